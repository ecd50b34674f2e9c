using Bot.Indicators;
using Bot.Indicators.Queries;
using Bot.Indicators.Readings;
using Bot.Understanding.Dialogues;
using Bot.Understanding.Lexicons;
using Bot.Understanding.Periods;

namespace Bot.Understanding.Questions;

/// <summary>
/// Two questions in one sentence: "how is Health doing on …, and what did the inspectors recommend?". Each is read by itself, the second
/// as one that follows the first, and both are answered; so no part is dropped in favour of the other.
/// </summary>
internal static class SeveralQuestions
{
    private static readonly CueSet Asking = Draft.Cues(Cue.Ask, Cue.Which, Cue.Who, Cue.When);

    /// <summary>The plan of both; null where there is one question, or where one reading answers both.</summary>
    public static Reading.Clear? Read(Sentence sentence, Reading whole, Func<Sentence, Reading> read)
    {
        if (sentence.KnownOn is not null)
        {
            return null;
        }

        for (var at = 1; at + 1 < sentence.Tokens.Length; at++)
        {
            if (SecondAt(sentence, at) is not { } second || !Asks(sentence, 0, at) || !Asks(sentence, second, sentence.Tokens.Length))
            {
                continue;
            }

            if (
                read(sentence.InOtherWords(sentence.Typed(0, at)))
                    is Reading.Clear { Query: StoreQuery first, Note.LeftOut.IsEmpty: true } one
                && first is not PlanQuery
                && sentence.After(one, sentence.Typed(second, sentence.Tokens.Length)) is var rest
                && read(rest) is Reading.Clear { Query: StoreQuery named, Note.LeftOut.IsEmpty: true }
                && named is not PlanQuery
                && OfSame(rest, named, first) is var then
                && first != then
                && !Answers(whole, first, then)
            )
            {
                return one with { Query = new PlanQuery { Parts = [first, then] } };
            }
        }

        return null;
    }

    // "… bao nhiêu, và đoàn kiểm tra kiến nghị gì?": of the unit of the first, unless other units are spoken of.
    private static StoreQuery OfSame(Sentence rest, StoreQuery named, StoreQuery first) =>
        Subject.Of(first).Unit is { } unit
        && !rest.Has(Cue.Who)
        && !rest.Has(Cue.Departments)
        && !rest.Has(Cue.Districts)
        && !rest.Has(Cue.Communes)
        && !rest.Has(Cue.AnyUnits)
            ? Carry.Of(named, Bearers.Known(unit, rest.Catalogue)) ?? named
            : named;

    // Where the second question begins, if the first ends there: after a mark, "and", or both.
    private static int? SecondAt(Sentence sentence, int at)
    {
        var next = sentence.Tokens[at].Is(',') || sentence.Tokens[at].Is(';') || IsEnd(sentence, at) ? at + 1 : at;
        var second = PeriodWords.IsAnd(sentence.Peek(next)) ? next + 1 : next;
        return second == at || second >= sentence.Tokens.Length ? null : second;
    }

    private static bool IsEnd(Sentence sentence, int at) =>
        sentence.Tokens[at].Is('?') || sentence.Tokens[at].Is('.') && sentence.Peek(at + 1)?.SpaceBefore == true;

    private static bool Asks(Sentence sentence, int from, int to) =>
        sentence.Cues.Any(c =>
            from <= c.Start
            && c.End <= to
            && !sentence.Tokens[c.Start].Is('%')
            && ((c.Cues.Bits & Asking.Bits) != 0 || EndsInQuestion(sentence, c))
        );

    // "kiến nghị gì" is one cue of its own.
    private static bool EndsInQuestion(Sentence sentence, CueSpan cue)
    {
        var words = new List<PhraseMatch<(CueSet Cues, Language)>>();
        CueBook.Instance.Trie.Match(sentence.Tokens, cue.End - 1, words);
        return words.Exists(w => w.End == cue.End && (w.Value.Cues.Bits & Asking.Bits) != 0);
    }

    // "đạt bao nhiêu, và có đạt chỉ tiêu không?": the way to the target says both.
    private static bool Answers(Reading whole, params ReadOnlySpan<StoreQuery> parts)
    {
        if (whole is not Reading.Clear { Query: StoreQuery query, Note.LeftOut.IsEmpty: true })
        {
            return false;
        }

        var indicators = Subject.Of(query).Indicators;
        foreach (var part in parts)
        {
            var named = Subject.Of(part).Indicators;
            if (part.Kind != query.Kind && (named.IsEmpty || !named.All(indicators.Contains)))
            {
                return false;
            }
        }

        return true;
    }
}
