namespace Bot.Cards.Parts;

/// <summary>A figure in words: the number or what the source says instead, with its basis.</summary>
internal static class FigureWords
{
    /// <summary>The number with its unit, or the source's words in quotation marks.</summary>
    public static string Value(Figure figure, Wording words, int decimals = 0) =>
        figure switch
        {
            { Amount: null } => $"“{figure.Words}”",
            { Words.Length: > 0 } when figure.Measure == MeasureUnit.Rank => words.Say("measure.rank", figure.Words),
            { Words.Length: > 0 } => words.Say("figure.qualified", words.Number(figure.Amount, figure.Measure, decimals), figure.Words),
            _ => words.Number(figure.Amount, figure.Measure, decimals),
        };

    /// <summary>The figure with its basis, as it stands in an answer sentence.</summary>
    public static string WithBasis(Figure figure, Wording words)
    {
        var basis = words.Basis(figure.Indicator, figure.Basis);
        var value = figure.Amount is null ? words.Say("figure.wordsOnly", figure.Words) : Value(figure, words);
        return basis is null ? value
            : figure.Amount is null ? words.Say("figure.wordsOnly.basis", value, basis)
            : $"{value} {basis}";
    }

    /// <summary>The figures of one indicator and unit in one sentence, without a full stop; each with its basis.</summary>
    public static string Sentence(IReadOnlyList<Figure> figures, Wording words)
    {
        var first = figures[0];
        var onePeriod = figures.All(f => f.Period == first.Period);
        var parts = figures.Select(f =>
            onePeriod ? WithBasis(f, words) : words.Say("figure.in", WithBasis(f, words), words.When(f.Period))
        );
        return onePeriod
            ? words.Say(
                "answer.value",
                words.Name(first.Indicator),
                words.The(first.Unit),
                words.When(first.Period),
                string.Join(words["list.figures"], parts)
            )
            : words.Say(
                "answer.value.periods",
                words.Name(first.Indicator),
                words.The(first.Unit),
                string.Join(words["list.figures"], parts)
            );
    }

    /// <summary>The most decimals among the numbers, so that a column has the same count throughout.</summary>
    public static int Decimals(IEnumerable<Figure> figures) => figures.Select(f => f.Amount?.Decimals ?? 0).DefaultIfEmpty().Max();
}
