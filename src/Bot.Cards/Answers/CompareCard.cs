using Bot.Indicators.Readings;

namespace Bot.Cards.Answers;

/// <summary>One indicator side by side. Each basis stands under a title of its own and is compared within itself only.</summary>
internal static class CompareCard
{
    private const int MostInSentence = 4;

    public static Draft Of(CompareResult result, ReadingNote note, Wording words, CardContext context)
    {
        List<IGrouping<BasisCode, JudgedFigure>> bases = [.. result.Figures.GroupBy(f => f.Figure.Basis)];
        List<OrgUnitCode> missing = [.. result.Absent.Select(a => a.Unit).Distinct()];
        var onlyWords = result.Figures.All(f => f.Figure.Amount is null);
        return new()
        {
            Sentence = Sentence(result, bases, missing, words),
            Badge = onlyWords ? StateBadge.WordsOnly(words) : null,
            Body =
            [
                ReadingLine.Of(note, words),
                .. bases.SelectMany(basis => Section(result, basis, missing, bases.Count > 1, words, context)),
                result.NotComparable is { } reason ? Lines.Body(words["refusal." + reason]) : null,
                missing.Count > 0 && bases.Count == 0
                    ? Lines.Body(
                        words.Say("absent.units", words.ListUpTo([.. missing.Select(words.The)], 6), words.Lower(result.Indicator))
                    )
                    : null,
                AgeLine.Of(result, result.Figures, words),
                EndedLine.Of(result, words),
                SourceLine.Of(Origins.Of(result.Figures), words),
            ],
            Buttons =
            [
                Buttons.Ask(words["button.sources"], new ProvenanceQuery { Of = result.Query }, context),
                Buttons.Ask(words["button.define"], new DefineQuery { Indicator = result.Indicator }, context),
                Buttons.Report(result.Query, context),
            ],
        };
    }

    private static string Sentence(
        CompareResult result,
        List<IGrouping<BasisCode, JudgedFigure>> bases,
        List<OrgUnitCode> missing,
        Wording words
    )
    {
        var parts = bases.Select(basis => Basis(result, [.. basis], words));
        var said = words.Say("compare.sentence", words.Name(result.Indicator), string.Join("; ", parts));
        return Texts.Sentence(
            missing.Count == 0 ? said : words.Say("compare.missing", said, words.ListUpTo([.. missing.Select(words.The)], MostInSentence))
        );
    }

    private static string Basis(CompareResult result, List<JudgedFigure> figures, Wording words)
    {
        var first = figures[0].Figure;
        var onePeriod = figures.TrueForAll(f => f.Figure.Period == first.Period);
        var shown = figures
            .Take(MostInSentence)
            .Select(f =>
            {
                var value = words.Say("compare.unit", words.The(f.Figure.Unit), FigureWords.Value(f.Figure, words));
                return onePeriod ? value : words.Say("figure.in", value, words.When(f.Figure.Period));
            });
        var list = string.Join(", ", shown);
        var values = figures.Count > MostInSentence ? words.Count("compare.more", figures.Count - MostInSentence, list) : list;
        List<string> parts = [values];
        if (words.Basis(result.Indicator, first.Basis) is { } basis)
        {
            parts.Add(basis);
        }

        var said = onePeriod ? words.Say("compare.when", string.Join(" ", parts), words.When(first.Period)) : string.Join(" ", parts);
        // Of more than two nobody could tell between which of them the difference is.
        return figures.Count == 2 && result.Differences.FirstOrDefault(d => d.Basis == first.Basis) is { } difference
            ? words.Say("compare.difference", said, words.Size(difference.Difference))
            : said;
    }

    private static IEnumerable<CardElement> Section(
        CompareResult result,
        IGrouping<BasisCode, JudgedFigure> basis,
        List<OrgUnitCode> missing,
        bool titled,
        Wording words,
        CardContext context
    )
    {
        if (titled && words.BasisTitle(result.Indicator, basis.Key) is { } title)
        {
            yield return Lines.Section(title);
        }

        // From four on places help; two or three are seen at a glance.
        var withRank = basis.Count(f => f.Rank is not null) > 3;
        foreach (var element in RankedFigures.Of([.. basis], [], missing, words, context, withRank))
        {
            yield return element;
        }
    }
}
