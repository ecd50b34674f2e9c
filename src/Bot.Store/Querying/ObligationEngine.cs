using Bot.Indicators.Obligations;
using Bot.Indicators.Queries;
using Bot.Indicators.Results;

namespace Bot.Store.Querying;

/// <summary>Plans and reports that units owe, with the state of the day: what is recorded, and what has opened by its type's rule. What is not yet to be
/// reminded of is nobody's debt, and no answer names it.</summary>
internal static class ObligationEngine
{
    private const int DueWithin = 10;

    private static readonly ObligationState[] Urgency =
    [
        ObligationState.Overdue,
        ObligationState.Missing,
        ObligationState.Due,
        ObligationState.Upcoming,
        ObligationState.IssuedLate,
        ObligationState.Issued,
        ObligationState.Waived,
    ];

    public static async ValueTask<Result> RunAsync(ObligationsQuery query, StoreView view)
    {
        List<RecordedObligation> asked =
        [
            .. (await view.OwedAsync()).Where(o =>
                view.Covers(query.Units, o.Unit)
                && (query.Types.IsEmpty || query.Types.Contains(o.Type.Code))
                && (query.Period is not { } period || period.Covers(o.Period))
            ),
        ];
        List<Obligation> judged = [.. asked.Select(o => Judge(o, view)).Where(o => IsInWindow(o, query))];
        return new ObligationsResult
        {
            Query = query,
            Ended = view.Ended(query.Units),
            Obligations = [.. MostUrgentFirst(judged.Where(o => query.States.IsEmpty || query.States.Contains(o.State)))],
            Unrecorded = [.. Unrecorded(query, asked)],
            Deadlines =
                query.Aspect == ObligationAspect.Deadline ? [.. ObligationDeadlines.Of(query, await view.ObligationsAsync(), view)] : [],
            OutOf = judged.Count,
        };
    }

    /// <summary>The obligation as it is today.</summary>
    public static Obligation Judge(RecordedObligation recorded, StoreView view)
    {
        var calendar = view.Catalogue.Calendar;
        var deadline = recorded.Deadline ?? ObligationDeadlines.ByRule(recorded.Type, recorded.Period, view);
        var state = State(recorded, deadline, view);
        var until = state == ObligationState.IssuedLate ? recorded.IssuedOn : view.Today;
        return new Obligation
        {
            Unit = recorded.Unit,
            Type = recorded.Type.Code,
            Period = recorded.Period,
            State = state,
            Deadline = deadline,
            LegalDeadline = recorded.Deadline ?? recorded.Type.Deadline?.For(recorded.Period),
            WorkingDaysLate = state is ObligationState.Overdue or ObligationState.IssuedLate
                ? calendar.WorkingDaysBetween(deadline!.Value, until!.Value)
                : null,
            WorkingDaysLeft =
                state is ObligationState.Due or ObligationState.Upcoming && deadline is { } last
                    ? calendar.WorkingDaysBetween(view.Today, last)
                    : null,
            DocumentNumber = recorded.DocumentNumber,
            IssuedOn = recorded.IssuedOn,
            Note = recorded.Note,
            Provenance = recorded.Provenance,
        };
    }

    public static IEnumerable<Obligation> MostUrgentFirst(IEnumerable<Obligation> obligations) =>
        obligations
            .OrderBy(o => Array.IndexOf(Urgency, o.State))
            .ThenByDescending(o => o.State == ObligationState.Overdue ? o.WorkingDaysLate : null)
            .ThenBy(o => o.WorkingDaysLeft)
            .ThenByDescending(o => o.Period.Last)
            .ThenBy(o => o.Unit)
            .ThenBy(o => o.Type);

    private static ObligationState State(RecordedObligation recorded, DateOnly? deadline, StoreView view) =>
        recorded.Status switch
        {
            "waived" => ObligationState.Waived,
            "issued" => recorded.IssuedOn > deadline ? ObligationState.IssuedLate : ObligationState.Issued,
            _ when deadline is null => recorded.Status == "missing" ? ObligationState.Missing : ObligationState.Upcoming,
            _ when deadline < view.Today => ObligationState.Overdue,
            _ when view.Catalogue.Calendar.WorkingDaysBetween(view.Today, deadline.Value) <= DueWithin => ObligationState.Due,
            _ => ObligationState.Upcoming,
        };

    private static bool IsInWindow(Obligation obligation, ObligationsQuery query) =>
        (query.DueFrom is not { } from || obligation.Deadline >= from) && (query.DueTo is not { } to || obligation.Deadline <= to);

    // Only pairs asked for by name: that a unit is not mentioned elsewhere says nothing.
    private static IEnumerable<UnrecordedObligation> Unrecorded(ObligationsQuery query, List<RecordedObligation> asked) =>
        from unit in query.Units.Units.AsSpan().ToArray().Distinct()
        from type in query.Types.AsSpan().ToArray().Distinct()
        where !query.Units.Except.Contains(unit) && !asked.Exists(o => o.Unit == unit && o.Type.Code == type)
        select new UnrecordedObligation(unit, type, query.Period);
}
