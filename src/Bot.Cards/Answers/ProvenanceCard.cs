using Bot.AdaptiveCards.Actions;
using Bot.Indicators.Readings;

namespace Bot.Cards.Answers;

/// <summary>Where the facts of an answer come from: the reading, each source with its exact words, who entered them and when.</summary>
internal static class ProvenanceCard
{
    private const int Most = 6;

    public static Draft Of(ProvenanceResult result, ReadingNote note, Wording words, CardContext context) =>
        new()
        {
            Sentence = Sentence(result, words),
            Body =
            [
                ReadingLine.Of(note, words),
                Lines.Small(words.Say("provenance.reading", QueryTitles.Of(result.Of.Query, words))),
                .. result.Origins.Take(Most).SelectMany(o => Section(o, words)),
                result.Origins.Count > Most ? Lines.Small(words.Count("rest", result.Origins.Count - Most)) : null,
            ],
            Buttons =
            [
                Buttons.Ask(words["button.back"], result.Of.Query, context),
                Link(result, words),
                Buttons.Report(result.Of.Query, context),
            ],
        };

    private static string Sentence(ProvenanceResult result, Wording words)
    {
        List<string> names = [.. result.Origins.Select(o => SourceLine.Name(o.Source, words)).Distinct()];
        if (names.Count == 0)
        {
            return words["provenance.none"];
        }

        var days = result.Origins.Select(o => o.AsOf).OfType<DateOnly>().Distinct().Order().ToList();
        var sources = words.ListUpTo(names, 3);
        return days.Count == 0 ? words.Say("provenance.from", sources) : words.Say("provenance.from.asOf", sources, words.Date(days[^1]));
    }

    private static IEnumerable<CardElement> Section(Provenance origin, Wording words)
    {
        var title = origin.Source is { Title.Length: > 0 } source ? $"“{source.Title.Trim()}”" : words["source.none"];
        yield return Lines.Section(title) with
        {
            Lang = "vi",
        };
        yield return Lines.Small(
            origin.AsOf is { } day
                ? words.Say("source.asOf", words.Say("source.line", SourceLine.Name(origin.Source, words)), words.Date(day))
                : words.Say("source.line", SourceLine.Name(origin.Source, words))
        );
        if (origin.Quote.Length > 0)
        {
            yield return SourceLine.Quote(origin.Quote);
        }

        var recorded = words.Date(DateOnly.FromDateTime(origin.RecordedAt.DateTime));
        yield return Lines.Small(
            origin.RecordedBy.Length > 0
                ? words.Say("provenance.recorded", recorded, Who(origin.RecordedBy, words), words.Number(origin.Revision))
                : words.Say("provenance.recorded.nobody", recorded, words.Number(origin.Revision))
        );
    }

    private static string Who(string recordedBy, Wording words) =>
        recordedBy.StartsWith("seed", StringComparison.OrdinalIgnoreCase) ? words["provenance.seed"] : recordedBy;

    private static OpenUrlAction? Link(ProvenanceResult result, Wording words) =>
        result.Origins.Select(o => o.Source?.Url).FirstOrDefault(u => u is { Scheme: "https" }) is { } url
            ? new OpenUrlAction(words["button.open"], url.AbsoluteUri)
            : null;
}
