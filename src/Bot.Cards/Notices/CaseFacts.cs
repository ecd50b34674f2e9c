using Bot.Indicators.Obligations;

namespace Bot.Cards.Notices;

/// <summary>What is known of an obligation, one line each: the deadline and its basis, the document, and who did what.</summary>
internal static class CaseFacts
{
    private const int MostReaders = 3;

    public static List<Fact> Of(CaseView view, Wording words)
    {
        List<Fact> facts = [];
        void Add(string title, string? value)
        {
            if (value is not null)
            {
                facts.Add(new(words["fact." + title], value));
            }
        }

        var about = view.Case;
        var document = about.Marked ?? (about.IsDone ? about.Events.LastOrDefault(e => e.Step == ObligationStep.Marked) : null);
        Add("number", document is null ? Plain(about.Obligation.DocumentNumber) : Plain(document.DocumentNumber));
        Add("issued", (document is null ? about.Obligation.IssuedOn : document.IssuedOn) is { } day ? Issued(day, about, words) : null);
        Add("document", document is null ? null : Link(document, words));
        Add("reporter", document is null ? null : Who(document, view, words));
        Add(
            "confirmed",
            about.Events.LastOrDefault(e => e.Step == ObligationStep.Confirmed) is { } e && about.IsDone ? Who(e, view, words) : null
        );
        Add("deadline", Deadline(about.Obligation, words));
        Add("basis", about.Type.LegalBasis.Length > 0 ? about.Type.LegalBasis : words["basis.custom"]);
        if (view.Trail is { } trail && !about.IsDone && about.Marked is null)
        {
            Add("reminded", TrailFacts.Days(trail, words));
            Add("others", TrailFacts.Others(trail, view, words));
            Add("next", TrailFacts.Next(trail, words));
        }

        Add("extension", about.IsDone ? null : Extension(about, words));
        if (!about.IsDone && about.Marked is null)
        {
            Add("read", Readers(view, words));
            Add("snoozed", about.Snooze is { Until: { } until } snooze && until > words.Today ? Snoozed(snooze, until, view, words) : null);
        }

        return facts;
    }

    private static string? Plain(string? text) => Texts.Plain(text ?? "") is { Length: > 0 } plain ? plain : null;

    private static string Deadline(Obligation obligation, Wording words) =>
        obligation switch
        {
            { Deadline: null } => words["deadline.unknown"],
            { Deadline: { } day, State: ObligationState.Due, WorkingDaysLeft: 0 } => words.Say("deadline.today", words.Date(day)),
            { Deadline: { } day, WorkingDaysLeft: { } left } => words.Count("deadline.left", left, words.Date(day)),
            { Deadline: { } day, State: ObligationState.Overdue, WorkingDaysLate: { } late } => words.Count(
                "deadline.overdue",
                late,
                words.Date(day)
            ),
            { Deadline: { } day } => words.Date(day),
        };

    private static string Issued(DateOnly day, ObligationCase about, Wording words) =>
        about.Obligation switch
        {
            { State: ObligationState.IssuedLate, WorkingDaysLate: { } late } => words.Count("issued.late", late, words.Date(day)),
            { Deadline: { } deadline } when day > deadline => words.Say("issued.after", words.Date(day), words.Date(deadline)),
            { Deadline: { } deadline } => words.Say("issued.intime", words.Date(day), words.Date(deadline)),
            _ => words.Date(day),
        };

    private static string Link(ObligationEvent document, Wording words) =>
        document.Link is { } link
            ? words.Say(
                "document.open",
                link.AbsoluteUri.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal)
            )
            : words["document.missing"];

    private static string Who(ObligationEvent happened, CaseView view, Wording words) =>
        happened.By.Length == 0
            ? words.Moment(happened.At)
            : words.Say("person.at", CaseWords.Person(happened.By, view), words.Moment(happened.At));

    private static string? Extension(ObligationCase about, Wording words) =>
        about.Events.LastOrDefault(e =>
            e.Step is ObligationStep.ExtensionRequested or ObligationStep.ExtensionGranted or ObligationStep.ExtensionRefused
        ) switch
        {
            { Step: ObligationStep.ExtensionRequested, Until: { } until } => words.Say("extension.asked", words.Date(until)),
            { Step: ObligationStep.ExtensionGranted, Until: { } until } => words.Say("extension.granted", words.Date(until)),
            { Step: ObligationStep.ExtensionRefused } refused => words.Say("extension.refused", CaseWords.Quoted(refused.Reason, words)),
            _ => null,
        };

    private static string? Readers(CaseView view, Wording words)
    {
        List<string> readers = [.. view.Case.Acknowledgements.DistinctBy(e => e.By).Select(e => Who(e, view, words))];
        return readers.Count == 0 ? null : words.ListUpTo(readers, MostReaders);
    }

    private static string Snoozed(ObligationEvent snooze, DateOnly until, CaseView view, Wording words) =>
        words.Say("snoozed.until", words.Date(until), CaseWords.Person(snooze.By, view));
}
