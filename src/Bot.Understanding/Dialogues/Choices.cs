using Bot.Indicators;
using Bot.Indicators.Queries;
using Bot.Indicators.Readings;
using Bot.Understanding.Lexicons;
using Bot.Understanding.Questions;
using Bot.Understanding.Text;

namespace Bot.Understanding.Dialogues;

/// <summary>The answer to a clarification: by place, by number, by the words that only one choice holds.</summary>
internal static class Choices
{
    public static Reading? Of(QuestionParts parts, ValueList<Query> offered)
    {
        var sentence = parts.Sentence;
        if (Place(sentence) is { } place)
        {
            return place < offered.Count ? Clear(sentence, offered[place]) : null;
        }

        if (sentence.Has(Cue.Both) && parts.Leading() is null && sentence.Tokens.Length < 8)
        {
            return Together(offered) is { } together ? Clear(sentence, together) : null;
        }

        if (
            parts.Indicator is { } topic
            && sentence.Units.Count == 0
            && sentence.Periods.Count == 0
            && (topic.LeftOver == 0 || topic.Best[0].Full != 0)
        )
        {
            var codes = topic.Indicators(sentence).Select(i => i.Code).ToList();
            var fitting = offered.OfType<ValueQuery>().Where(v => v.Indicators.Any(codes.Contains)).ToList();
            if (fitting.Count == 1)
            {
                return Clear(sentence, fitting[0]);
            }

            // None of the choices, and all of them for one unit: the unit was what was clear.
            if (fitting.Count == 0 && codes.Count == 1 && offered.All(c => c is ValueQuery v && v.Units == ((ValueQuery)offered[0]).Units))
            {
                return Clear(sentence, (ValueQuery)offered[0] with { Indicators = [codes[0]], Bases = [] });
            }
        }

        if (parts.Leading() is null && sentence.Units.Count == 1)
        {
            var codes = sentence.Units[0].Units.Select(u => u.Code).ToList();
            var fitting = offered.OfType<ValueQuery>().Where(v => v.Units.Only is { } only && codes.Contains(only)).ToList();
            if (fitting.Count == 1)
            {
                return Clear(sentence, fitting[0]);
            }

            // A unit that was not among the choices, where the unit was all that was missing.
            if (
                fitting.Count == 0
                && codes.Count == 1
                && offered[0] is ValueQuery first
                && offered.OfType<ValueQuery>().All(v => v.Indicators == first.Indicators)
                && sentence.Periods.Count == 0
            )
            {
                return Clear(sentence, first with { Units = UnitSet.Of(codes[0]) });
            }
        }

        return null;
    }

    private static int? Place(Sentence sentence)
    {
        if (sentence.Units.Count > 0 || sentence.Periods.Count > 0 || sentence.Tokens.Length > 6)
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

    private static ValueQuery? Together(ValueList<Query> choices)
    {
        if (choices.Any(c => c is not ValueQuery))
        {
            return null;
        }

        var values = choices.Cast<ValueQuery>().ToList();
        return values.All(v => v.Units == values[0].Units && v.Period == values[0].Period)
            ? values[0] with
            {
                Indicators = [.. values.SelectMany(v => v.Indicators).Distinct()],
                Bases = [],
            }
            : null;
    }

    private static Reading.Clear Clear(Sentence sentence, Query query) => new() { Language = sentence.Language, Query = query };
}
