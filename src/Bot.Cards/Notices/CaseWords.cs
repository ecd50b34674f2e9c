using Bot.Indicators.Contacts;
using Bot.Indicators.Obligations;

namespace Bot.Cards.Notices;

/// <summary>What a card says of an obligation's state, to that reader.</summary>
internal static class CaseWords
{
    /// <summary>The sentence below the name of the plan.</summary>
    public static string Sentence(CaseView view, Wording words)
    {
        var about = view.Case;
        return about switch
        {
            { IsDone: true } => Texts.Sentence(ObligationWords.Sentence(about.Obligation, words)),
            { Marked: { } marked } => Marked(view, marked, words),
            { ExtensionAsked: { } asked } => words.Say(
                "case.extensionAsked",
                words.The(about.Key.Unit),
                Day(asked.Until, words),
                Quoted(asked.Reason, words)
            ),
            { Returned: { } returned } => words.Say("case.returned", Quoted(returned.Reason, words), Document(returned, about, words)),
            _ when view.IsOwnUnit => Letter(view, words),
            _ => Texts.Sentence(ObligationWords.Sentence(about.Obligation, words)),
        };
    }

    /// <summary>The final state in a few words.</summary>
    public static string Done(ObligationCase about, Wording words) =>
        about.Obligation.State == ObligationState.Waived ? words["state.waived"]
        : about.Events.Any(e => e.Step == ObligationStep.Confirmed) ? words["case.done.confirmed"]
        : words["state.issued"];

    /// <summary>What a person wrote, or that nothing was written.</summary>
    public static string Quoted(string? text, Wording words) =>
        Texts.Plain(text ?? "") is { Length: > 0 } plain ? plain.TrimEnd('.') : words["reason.none"];

    /// <summary>A person by name and role, as the city writes it; the sign-in name where the city no longer knows the person.</summary>
    public static string Person(string upn, CaseView view) => view.People.TryGetValue(upn, out var contact) ? contact.Name : upn;

    private static string Marked(CaseView view, ObligationEvent marked, Wording words) =>
        words.Say(
            view.People.TryGetValue(marked.By, out var by) && by.Role == Role.Inspector ? "case.marked.inspector" : "case.marked",
            words.The(view.Case.Key.Unit),
            words.The(view.Case.Key.Type, view.Case.Key.Period),
            Texts.Plain(marked.DocumentNumber ?? ""),
            Day(marked.IssuedOn, words)
        );

    private static string Document(ObligationEvent returned, ObligationCase about, Wording words)
    {
        var marked = about.Events.TakeWhile(e => !ReferenceEquals(e, returned)).LastOrDefault(e => e.Step == ObligationStep.Marked);
        return Texts.Plain(marked?.DocumentNumber ?? "") is { Length: > 0 } number ? number : words["document.none"];
    }

    // The founding register: whom it is to, by which account, what is asked.
    private static string Letter(CaseView view, Wording words)
    {
        var obligation = view.Case.Obligation;
        var unit = words.The(obligation.Unit);
        var plan = words.The(obligation.Type, obligation.Period);
        return obligation switch
        {
            { State: ObligationState.Due or ObligationState.Upcoming, Deadline: { } deadline } => words.Say(
                "letter.open",
                unit,
                plan,
                words.Date(deadline)
            ),
            _ when view.Case.IsRecorded && Told(obligation) is { } day => words.Say("letter.recorded", unit, plan, words.Date(day)),
            _ => words.Say("letter.unrecorded", unit, plan, words.Date(words.Today)),
        };
    }

    // The day that the source speaks of; where it names none, the day on which it said so.
    private static DateOnly? Told(Obligation obligation) =>
        obligation switch
        {
            { Provenance.AsOf: { } asOf } => asOf,
            { Note.Length: > 0, Provenance.Source: { } source } => source.Date,
            _ => null,
        };

    private static string Day(DateOnly? day, Wording words) => day is { } known ? words.Date(known) : "–";
}
