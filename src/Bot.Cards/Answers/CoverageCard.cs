using Bot.Indicators.Readings;

namespace Bot.Cards.Answers;

/// <summary>Who has reported an indicator and who has not, or which indicators a unit has reported.</summary>
internal static class CoverageCard
{
    private const int Most = 12;

    public static Draft Of(CoverageResult result, ReadingNote note, Wording words, CardContext context)
    {
        var query = (CoverageQuery)result.Query;
        var byUnit = query.Indicator is not null;
        List<string> reported = [.. result.Reported.Select(f => byUnit ? words.Name(f.Unit) : words.Name(f.Indicator)).Distinct()];
        List<string> missing = [.. result.Absent.Select(a => byUnit ? words.Name(a.Unit) : words.Name(a.Indicator)).Distinct()];
        var about = byUnit ? words.Lower(query.Indicator!) : QueryTitles.Units(query.Units, words);
        var periods = result.Reported.Select(f => f.Period).Distinct().ToList();
        var when = periods is [var one] ? words.Say("title.when", about, words.When(one)) : about;
        return new()
        {
            Sentence = words.Say(
                byUnit ? "coverage.units" : "coverage.indicators",
                when,
                words.Number(reported.Count),
                words.Number(reported.Count + missing.Count)
            ),
            Badge = reported.Count == 0 ? StateBadge.NoFigures(words) : null,
            Body =
            [
                ReadingLine.Of(note, words),
                .. List(words["coverage.reported"], reported, words),
                .. List(words["coverage.missing"], missing, words),
                EndedLine.Of(result, words),
                SourceLine.Of(Origins.Of(result.Reported), words, withQuotes: false),
            ],
            Buttons =
            [
                byUnit && reported.Count > 0
                    ? Buttons.Ask(words["button.rankAll"], new RankQuery { Indicator = query.Indicator!, Units = query.Units }, context)
                    : null,
                byUnit ? Buttons.Ask(words["button.define"], new DefineQuery { Indicator = query.Indicator }, context) : null,
                Buttons.Report(result.Query, context, "button.supply"),
            ],
        };
    }

    private static IEnumerable<CardElement> List(string title, List<string> names, Wording words)
    {
        if (names.Count == 0)
        {
            yield break;
        }

        yield return Lines.Section(title);
        yield return Lines.Bullets(names.Take(Most));
        if (names.Count > Most)
        {
            yield return Lines.Small(words.Count("rest", names.Count - Most));
        }
    }
}
