using Bot.Cards.Notices;
using Bot.Indicators;
using Bot.Indicators.Contacts;
using Bot.Indicators.Obligations;
using Bot.Indicators.Periods;
using Bot.Reminders.Actions;
using static Bot.Testing.Figures;

namespace Bot.Tests.Cards;

/// <summary>Obligations in each of their states, and those who read of them.</summary>
internal static class Cases
{
    public static Contact Official { get; } =
        new("official@example.org", "", "Chuyên viên Sở Y tế (mẫu)", Role.Official, Health, Language.Vietnamese);

    public static Contact Inspector { get; } =
        new("inspector@example.org", "", "Thành viên Đoàn kiểm tra (mẫu)", Role.Inspector, null, Language.Vietnamese);

    public static ObligationEvent Acknowledged { get; } = Event(ObligationStep.Acknowledged, Official);

    public static ObligationEvent Marked { get; } =
        Event(ObligationStep.Marked, Official) with
        {
            DocumentNumber = "35/KH-SYT",
            IssuedOn = new(2023, 3, 31),
            Link = new("https://example.org/35-kh-syt.pdf"),
        };

    public static ObligationEvent Returned { get; } =
        Event(ObligationStep.Returned, Inspector) with
        {
            Reason = "Văn bản *chưa* có chữ ký số.",
        };

    public static ObligationEvent Asked { get; } =
        Event(ObligationStep.ExtensionRequested, Official) with
        {
            Until = new(2023, 4, 28),
            Reason = "Chờ ý kiến của Sở Thông tin và Truyền thông",
        };

    public static ObligationCase Overdue(params ObligationEvent[] events) =>
        Case(ObligationState.Overdue, new(2023, 2, 28), late: 24, events: events);

    public static ObligationCase Due(params ObligationEvent[] events) =>
        Case(ObligationState.Due, new(2023, 4, 14), left: 9, events: events);

    public static ObligationCase Missing(params ObligationEvent[] events) => Case(ObligationState.Missing, null, events: events);

    public static ObligationCase Done()
    {
        var done = Case(
            ObligationState.IssuedLate,
            new(2023, 2, 28),
            late: 23,
            events: [Marked, Event(ObligationStep.Confirmed, Inspector)]
        );
        return done with
        {
            Obligation = done.Obligation with
            {
                DocumentNumber = "35/KH-SYT",
                IssuedOn = new(2023, 3, 31),
                Provenance = new(null, "", null, "inspector@example.org", Marked.At, 2),
            },
        };
    }

    /// <summary>A plan of another type and unit, so that several stand in one card.</summary>
    public static ObligationCase Other(OrgUnitCode unit)
    {
        var due = Due();
        return due with
        {
            Key = due.Key with { Unit = unit, Type = ReformPlan },
            Type = Catalogue[ReformPlan],
            Obligation = due.Obligation with { Unit = unit, Type = ReformPlan, Provenance = Bot.Indicators.Results.Provenance.None },
        };
    }

    public static CaseView View(ObligationCase about, Contact? reader, Occasion? occasion = null) =>
        new()
        {
            Case = about,
            Reader = reader,
            Offers = ObligationOffers.For(reader, about, Gallery.Today),
            People = new Dictionary<string, Contact> { [Official.Upn] = Official, [Inspector.Upn] = Inspector },
            Occasion = occasion,
        };

    private static ObligationEvent Event(ObligationStep step, Contact by) =>
        new()
        {
            Step = step,
            By = by.Upn,
            At = new(2023, 4, 3, 9, 20, 0, TimeSpan.FromHours(7)),
        };

    private static ObligationCase Case(
        ObligationState state,
        DateOnly? deadline,
        int? late = null,
        int? left = null,
        params ObligationEvent[] events
    ) =>
        new()
        {
            Key = new(Health, DigitalPlan, Period.Year(2023)),
            Type = Catalogue[DigitalPlan],
            Obligation = new()
            {
                Unit = Health,
                Type = DigitalPlan,
                Period = Period.Year(2023),
                State = state,
                Deadline = deadline,
                WorkingDaysLate = late,
                WorkingDaysLeft = left,
                Provenance = From("chưa ban hành kế hoạch chuyển đổi số năm 2023"),
            },
            Events = [.. events],
        };
}
