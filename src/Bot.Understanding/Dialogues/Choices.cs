using Bot.Indicators;
using Bot.Indicators.Queries;
using Bot.Indicators.Readings;
using Bot.Understanding.Lexicons;
using Bot.Understanding.Questions;
using Bot.Understanding.Text;

namespace Bot.Understanding.Dialogues;

/// <summary>The answer to a clarification by place, by number, or by taking all; what it says in words is an edit of the choices.</summary>
internal static class Choices
{
    private static readonly CueSet Used = Draft.Cues(Cue.First, Cue.Second, Cue.Third, Cue.Both, Cue.Plural, Cue.Correction);

    public static Reading? Of(QuestionParts parts)
    {
        var sentence = parts.Sentence;
        if (sentence.Units.Count > 0 || sentence.Periods.Count > 0 || parts.Leading() is { } topic && topic.Best[0].Full != 0)
        {
            return null;
        }

        // The words first: what recalls nothing reads the same in every conversation, and is known again.
        var place = Place(sentence);
        var both = sentence.Has(Cue.Both) && sentence.Tokens.Length < 8;
        if (place is null && !both || sentence.Before.Choices is not { IsEmpty: false } offered)
        {
            return null;
        }

        var chosen = place is { } at ? offered.ElementAtOrDefault(at) : Together(offered);
        return chosen is null
            ? null
            : Residue.Settle(
                sentence,
                new Draft
                {
                    Queries = [chosen],
                    Used = Used,
                    UsesNumbers = true,
                }
            );
    }

    private static int? Place(Sentence sentence)
    {
        if (sentence.Tokens.Length > 6)
        {
            return null;
        }

        var words = sentence.Tokens.Where(t => t.Sort != TokenSort.Mark).ToList();
        return words is [{ Sort: TokenSort.Number, Word: "1" or "2" or "3" } number] ? number.Word[0] - '1'
            : sentence.Has(Cue.Third) ? 2
            : sentence.Has(Cue.Second) ? 1
            : sentence.Has(Cue.First) ? 0
            : null;
    }

    private static StoreQuery? Together(ValueList<Query> choices)
    {
        var values = choices.OfType<ValueQuery>().ToList();
        return values.Count < choices.Count ? null : InOne(values) ?? SideBySide(values) as StoreQuery;
    }

    // Several indicators of the same units.
    private static ValueQuery? InOne(List<ValueQuery> values) =>
        values.TrueForAll(v => v.Units == values[0].Units && v.Period == values[0].Period)
            ? values[0] with
            {
                Indicators = [.. values.SelectMany(v => v.Indicators).Distinct()],
                Bases = [],
            }
            : null;

    // Several units of one indicator.
    private static CompareQuery? SideBySide(List<ValueQuery> values) =>
        values.TrueForAll(v => v with { Units = values[0].Units } == values[0] && v.Units.IsNamed)
            ? new CompareQuery
            {
                Indicator = values[0].Indicators[0],
                Units = UnitSet.Of([.. values.SelectMany(v => v.Units.Units).Distinct()]),
                Bases = values[0].Bases,
                Period = values[0].Period,
            }
            : null;
}
