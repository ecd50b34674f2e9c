using Bot.Indicators.Readings;

namespace Bot.Cards.Answers;

/// <summary>Units whose figure holds against a number or their target; those with only words are neither in nor out.</summary>
internal static class FilterCard
{
    public static Draft Of(FilterResult result, ReadingNote note, Wording words, CardContext context)
    {
        var query = (FilterQuery)result.Query;
        List<Figure> all = [.. result.Matching.Select(f => f.Figure), .. result.WordsOnly];
        return new()
        {
            Sentence = Sentence(result, query, words),
            Body =
            [
                ReadingLine.Of(note, words, ReadingLine.Newest(query.Period, result, result.Period, words)),
                .. RankedFigures.Of([.. result.Matching], [], [], words, context, withRank: false),
                Lines.SmallOrNone(Notes(result, words)),
                AgeLine.Of(result, result.Matching, words),
                EndedLine.Of(result, words),
                SourceLine.Of(Origins.Of(all), words),
            ],
            Buttons =
            [
                Buttons.Ask(
                    words["button.rankAll"],
                    new RankQuery
                    {
                        Indicator = result.Indicator,
                        Units = query.Units,
                        Basis = result.Basis,
                        Period = result.Period,
                        KnownOn = result.KnownOn,
                    },
                    context
                ),
                Buttons.Ask(words["button.sources"], new ProvenanceQuery { Of = result.Query }, context),
                Buttons.Report(result.Query, context),
            ],
        };
    }

    private static string Sentence(FilterResult result, FilterQuery query, Wording words)
    {
        var basis = words.Basis(result.Indicator, result.Basis);
        var name = basis is null ? words.Lower(result.Indicator) : words.Say("rank.basis", words.Lower(result.Indicator), basis);
        var condition = QueryTitles.Condition(query, words);
        var count = words.CountOf(query.Units.Kind, result.Matching.Count);
        if (result.Matching.IsEmpty)
        {
            return words.Say("filter.none", words.CountOf(query.Units.Kind, result.Others), name, condition, words.When(result.Period));
        }

        var units = words.ListUpTo(
            [.. result.Matching.Select(f => words.Say("rank.unit", words.The(f.Figure.Unit), FigureWords.Value(f.Figure, words)))],
            4
        );
        return words.Say("filter.some", count, name, condition, words.When(result.Period), units);
    }

    private static string Notes(FilterResult result, Wording words)
    {
        List<string> notes = [words.Count("filter.others", result.Others)];
        if (!result.WordsOnly.IsEmpty)
        {
            notes.Add(words.Say("rank.noteWords", words.ListUpTo([.. result.WordsOnly.Select(f => words.The(f.Unit))], 6)));
        }

        if (!result.NotReported.IsEmpty)
        {
            notes.Add(words.Say("rank.noteMissing", words.ListUpTo([.. result.NotReported.Select(words.The)], 6)));
        }

        return string.Join(' ', notes);
    }
}
