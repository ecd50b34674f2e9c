using Bot.Indicators.Readings;

namespace Bot.Cards.Answers;

/// <summary>Units in order, with the target as a bar of its own; who has not reported is named and not ranked.</summary>
internal static class RankingCard
{
    public static Draft Of(RankingResult result, ReadingNote note, Wording words, CardContext context)
    {
        var basis = words.Basis(result.Indicator, result.Basis);
        List<Figure> all = [.. result.Figures.Select(f => f.Figure), .. result.WordsOnly];
        return new()
        {
            Sentence = Texts.Sentence(Sentence(result, basis, words)),
            Badge = result.Figures.IsEmpty ? StateBadge.WordsOnly(words) : null,
            Body =
            [
                ReadingLine.Of(note, words, ReadingLine.Newest(((RankQuery)result.Query).Period, result, result.Period, words)),
                .. RankedFigures.Of([.. result.Figures], [.. result.WordsOnly], [.. result.NotReported], words, context),
                Lines.SmallOrNone(Notes(result, words)),
                AgeLine.Of(result, result.Figures, words),
                EndedLine.Of(result, words),
                SourceLine.Of(Origins.Of(all), words, withQuotes: all.Count == 1),
            ],
            Buttons =
            [
                result.Figures.Any(f => f.TargetMet == false)
                    ? Buttons.Ask(
                        words["button.missed"],
                        new FilterQuery
                        {
                            Indicator = result.Indicator,
                            Units = ((RankQuery)result.Query).Units,
                            Basis = result.Basis,
                            Period = result.Period,
                            MeetsTarget = false,
                            KnownOn = result.KnownOn,
                        },
                        context
                    )
                    : null,
                result.OtherBases.FirstOrDefault(b => b != BasisCode.None) is { } other
                    ? Buttons.Ask(
                        words["button.otherBasis"],
                        (RankQuery)result.Query with
                        {
                            Basis = other,
                            Period = result.Period,
                        },
                        context
                    )
                    : Buttons.Ask(words["button.define"], new DefineQuery { Indicator = result.Indicator }, context),
                Buttons.Ask(words["button.sources"], new ProvenanceQuery { Of = result.Query }, context),
            ],
        };
    }

    private static string Sentence(RankingResult result, string? basis, Wording words)
    {
        var name = basis is null ? words.Name(result.Indicator) : words.Say("rank.basis", words.Name(result.Indicator), basis);
        var when = words.When(result.Period);
        if (result.Figures.IsEmpty)
        {
            return words.Say("rank.wordsOnly", name, when);
        }

        var best = result.Figures[0].Figure;
        var last = result.Figures[^1].Figure;
        var lowest = result.Query is RankQuery { End: RankEnd.Lowest };
        string Said(Figure f) => words.Say("rank.unit", words.The(f.Unit), FigureWords.Value(f, words));
        if (result.Ranked == 1)
        {
            return words.Say("rank.only", name, when, Said(best));
        }

        var all = result.Figures.Count == result.Ranked;
        var tied = result.Figures.Where(f => f.Figure.Amount!.Equals(best.Amount)).Select(f => words.The(f.Figure.Unit)).ToList();
        var top = tied.Count > 1 ? words.Say("rank.tied", words.ListUpTo(tied, 4), FigureWords.Value(best, words)) : Said(best);
        var ends =
            all && !best.Amount!.Equals(last.Amount)
                ? words.Say(lowest ? "rank.ends.lowest" : "rank.ends", top, Said(last))
                : words.Say(lowest ? "rank.end.lowest" : "rank.end", top);
        var among = words.Say("rank.among", name, when, ends, words.Number(result.Ranked));
        var met = result.Figures.Count(f => f.TargetMet == true);
        return all && result.Figures.All(f => f.TargetMet is not null)
            ? words.Say("rank.met", among, words.Number(met), words.Number(result.Ranked))
            : among;
    }

    private static string Notes(RankingResult result, Wording words)
    {
        List<string> notes = [];
        if (!result.WordsOnly.IsEmpty)
        {
            notes.Add(words.Say("rank.noteWords", words.ListUpTo([.. result.WordsOnly.Select(f => words.The(f.Unit))], 6)));
        }

        if (!result.NotReported.IsEmpty)
        {
            notes.Add(words.Say("rank.noteMissing", words.ListUpTo([.. result.NotReported.Select(words.The)], 6)));
        }

        if (!result.OtherBases.IsEmpty)
        {
            notes.Add(
                words.Say(
                    "rank.noteBases",
                    words.List([.. result.OtherBases.Select(b => words.Basis(result.Indicator, b)).OfType<string>()])
                )
            );
        }

        return string.Join(' ', notes);
    }
}
