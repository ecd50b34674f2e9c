using Bot.Indicators.Readings;

namespace Bot.Cards.Answers;

/// <summary>One number over several units, with those it was taken of.</summary>
internal static class AggregateCard
{
    public static Draft Of(AggregateResult result, ReadingNote note, Wording words, CardContext context)
    {
        var query = (AggregateQuery)result.Query;
        return new()
        {
            Sentence = Sentence(result, query, words),
            Body =
            [
                ReadingLine.Of(note, words, ReadingLine.Newest(query.Period, result, result.Period, words)),
                query.Function == AggregateFunction.Mean ? Lines.Small(words["aggregate.unweighted"]) : null,
                .. RankedFigures.Of([.. result.Of], [], [], words, context, withRank: false),
                result.NotReported.IsEmpty
                    ? null
                    : Lines.Small(words.Say("aggregate.missing", words.ListUpTo([.. result.NotReported.Select(words.The)], 6))),
                AgeLine.Of(result, result.Of, words),
                EndedLine.Of(result, words),
                SourceLine.Of(Origins.Of(result.Of), words, withQuotes: result.Of.Count <= 2),
            ],
            Buttons =
            [
                Buttons.Ask(words["button.sources"], new ProvenanceQuery { Of = result.Query }, context),
                Buttons.Ask(words["button.define"], new DefineQuery { Indicator = result.Indicator }, context),
                Buttons.Report(result.Query, context),
            ],
        };
    }

    private static string Sentence(AggregateResult result, AggregateQuery query, Wording words)
    {
        var basis = words.Basis(result.Indicator, result.Basis);
        var name = basis is null ? words.Lower(result.Indicator) : words.Say("rank.basis", words.Lower(result.Indicator), basis);
        var value =
            query.Function == AggregateFunction.Count
                ? NumberFormats.Of(result.Value, words.Language)
                : words.Number(result.Value, result.Measure);
        var at = words.ListUpTo([.. result.At.Select(words.The)], 4);
        return Texts.Sentence(
            words.Say(
                at.Length > 0 ? "aggregate.at" : "aggregate." + query.Function,
                name,
                words.When(result.Period),
                value,
                at.Length > 0 ? at : words.Number(result.Of.Count),
                words["aggregate.name." + query.Function]
            )
        );
    }
}
