using Bot.Indicators.Proposals;

namespace Bot.Cards.Review;

/// <summary>A proposed fact in words. It is no figure of the store, and what shows it says so.</summary>
internal static class FactWords
{
    /// <summary>What it is about.</summary>
    public static string Title(ProposedFact fact, Wording words) =>
        fact switch
        {
            ProposedObservation o => words.Name(o.Indicator),
            ProposedTarget t => words.Say("review.target", words.Lower(t.Indicator)),
            ProposedObligation o => words.Name(o.Type, o.Period),
            ProposedProject p => Texts.Capital(Texts.Plain(p.Name)),
            ProposedFinding f => words["findings.title." + f.Polarity],
            _ => words["review.inspection"],
        };

    /// <summary>What the number is a share of, and when; empty where there is nothing to say.</summary>
    public static string Detail(ProposedFact fact, Wording words) =>
        string.Join(
            words["list.dot"],
            fact switch
            {
                ProposedObservation o => [words.BasisTitle(o.Indicator, o.Basis), words.Period(o.Period)],
                ProposedTarget t =>
                [
                    words.BasisTitle(t.Indicator, t.Basis),
                    t.Kind is { } kind ? words.Name(kind) : null,
                    words.Period(t.Period),
                ],
                ProposedObligation o => [words.Say("review.obligation", words.Period(o.Period)), Document(o, words)],
                ProposedProject p =>
                [
                    words["review.project"],
                    p.AsOf is { } day ? words.Date(day) : null,
                    p.Expected is { } expected ? words.Say("review.expected", words.Period(expected)) : null,
                ],
                ProposedInspection i => [words.List([.. i.Units.Select(words.Name)]), Texts.Plain(i.Lead)],
                _ => (string?[])[],
            }
                is var parts
                ? parts.Where(part => !string.IsNullOrEmpty(part))
                : []
        );

    /// <summary>What is said of it: the number with its unit, or the words.</summary>
    public static string Value(ProposedFact fact, Wording words) =>
        fact switch
        {
            ProposedObservation { Value: { } value } o => Number(value, words.Catalogue[o.Indicator].Unit, words),
            ProposedObservation o => $"“{Texts.Plain(o.Text)}”",
            ProposedTarget t => words.Say("filter." + t.Comparator, Number(t.Value, words.Catalogue[t.Indicator].Unit, words)),
            ProposedObligation o => words[o.Issued ? "state.issued" : "state.missing"],
            ProposedProject { Progress: { } progress } => Number(progress, MeasureUnit.Percent, words),
            ProposedFinding f => Texts.Plain(f.Text),
            ProposedInspection i => words.Date(i.Date),
            _ => "",
        };

    /// <summary>The value as a form shows it, to be corrected.</summary>
    public static string Typed(ProposedFact fact, Wording words) =>
        fact switch
        {
            ProposedObservation { Value: { } value } => NumberFormats.Typed(value, words.Language),
            ProposedObservation o => o.Text,
            ProposedTarget t => NumberFormats.Typed(t.Value, words.Language),
            ProposedProject { Progress: { } progress } => NumberFormats.Typed(progress, words.Language),
            ProposedObligation o => o.Issued ? "issued" : "missing",
            ProposedFinding f => f.Text,
            _ => "",
        };

    /// <summary>Whether the number is what counts in it, and is shown large.</summary>
    public static bool HasNumber(ProposedFact fact) =>
        fact is ProposedObservation { Value: not null } or ProposedTarget or ProposedProject { Progress: not null };

    private static string Number(decimal number, MeasureUnit measure, Wording words) =>
        UnitNames.With(NumberFormats.Typed(number, words.Language), measure, words);

    private static string? Document(ProposedObligation o, Wording words) =>
        (o.DocumentNumber, o.IssuedOn) switch
        {
            ({ Length: > 0 } number, { } day) => words.Say("review.document.dated", number, words.Date(day)),
            ({ Length: > 0 } number, null) => words.Say("review.document", number),
            _ => null,
        };
}
