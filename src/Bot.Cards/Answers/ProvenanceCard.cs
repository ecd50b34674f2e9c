using Bot.AdaptiveCards.Actions;
using Bot.Indicators.Readings;

namespace Bot.Cards.Answers;

/// <summary>Where the facts of an answer come from: the reading, each source with its exact words, who entered them and when.</summary>
internal static class ProvenanceCard
{
    private const int Most = 4;
    private const int MostQuotes = 6;

    public static Draft Of(ProvenanceResult result, ReadingNote note, Wording words, CardContext context)
    {
        List<IGrouping<Source?, Provenance>> sources = [.. result.Origins.GroupBy(o => o.Source)];
        return new()
        {
            Sentence = Sentence(result, words),
            Body =
            [
                ReadingLine.Of(note, words),
                Lines.Small(words.Say("provenance.reading", QueryTitles.Of(result.Of.Query, words))),
                .. sources.Take(Most).SelectMany(o => Section([.. o], words)),
                sources.Count > Most ? Lines.Small(words.Count("rest", sources.Count - Most)) : null,
            ],
            Buttons =
            [
                Buttons.Ask(words["button.back"], result.Of.Query, context),
                Link(result, words),
                Buttons.Report(result.Of.Query, context),
            ],
        };
    }

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

    // One source, with its words in the order of the answer.
    private static IEnumerable<CardElement> Section(List<Provenance> origins, Wording words)
    {
        var first = origins[0];
        var title = first.Source is { Title.Length: > 0 } source ? $"“{source.Title.Trim()}”" : Texts.Capital(words["source.none"]);
        yield return Lines.Section(title) with
        {
            Lang = first.Source is null ? null : "vi",
        };
        var line = words.Say("source.line", SourceLine.Name(first.Source, words));
        var days = origins.Select(o => o.AsOf).OfType<DateOnly>().Distinct().Order().ToList();
        yield return Lines.Small(days.Count == 0 ? line : words.Say("source.asOf", line, words.Date(days[^1])));
        List<string> quotes = [.. origins.Select(o => o.Quote).Where(q => q.Length > 0).Distinct()];
        foreach (var quote in quotes.Take(MostQuotes))
        {
            yield return SourceLine.Quote(quote);
        }

        if (quotes.Count > MostQuotes)
        {
            yield return Lines.Small(words.Count("rest", quotes.Count - MostQuotes));
        }

        foreach (var recorded in origins.Select(o => Recorded(o, words)).Distinct().Take(MostQuotes))
        {
            yield return Lines.Small(recorded);
        }
    }

    private static string Recorded(Provenance origin, Wording words)
    {
        var day = words.Date(DateOnly.FromDateTime(origin.RecordedAt.DateTime));
        return origin.RecordedBy.Length > 0
            ? words.Say("provenance.recorded", day, Who(origin.RecordedBy, words), words.Number(origin.Revision))
            : words.Say("provenance.recorded.nobody", day, words.Number(origin.Revision));
    }

    private static string Who(string recordedBy, Wording words) =>
        recordedBy.StartsWith("seed", StringComparison.OrdinalIgnoreCase) ? words["provenance.seed"] : recordedBy;

    private static OpenUrlAction? Link(ProvenanceResult result, Wording words) =>
        result.Origins.Select(o => o.Source?.Url).FirstOrDefault(u => u is { Scheme: "https" }) is { } url
            ? new OpenUrlAction(words["button.open"], url.AbsoluteUri)
            : null;
}
