using Bot.Indicators;
using Bot.Indicators.Queries;
using Bot.Understanding.Lexicons;
using Bot.Understanding.Periods;
using Bot.Understanding.Text;

namespace Bot.Understanding.Questions;

/// <summary>Which kind of units a question is about: "các sở", "quận, huyện nào", "which departments".</summary>
internal static class UnitKinds
{
    public static UnitSet? Of(Sentence sentence, ulong explained)
    {
        UnitSet? found = null;
        foreach (var cue in sentence.Cues)
        {
            // "3 so co …": what is counted is no part of a name.
            if (sentence.IsExplained(cue, explained) && sentence.SpanAt(cue.Start - 1) is not NumberSpan { Mention.Percent: false })
            {
                continue;
            }

            var set =
                cue.Has(Cue.Departments) ? UnitSet.OfKind(OrgUnitKind.Department)
                : cue.Has(Cue.Districts) ? UnitSet.OfKind(OrgUnitKind.District)
                : cue.Has(Cue.Communes) ? UnitSet.OfKind(OrgUnitKind.Commune)
                : cue.Has(Cue.AnyUnits) ? UnitSet.All
                : null;
            if (set is not null && IsKind(sentence, cue) && !IsMeasure(sentence, cue, explained))
            {
                found =
                    found is null || found == UnitSet.All ? set
                    : found == set || set == UnitSet.All ? found
                    : UnitSet.All;
            }
        }

        return found;
    }

    // "so ho so ton dong" without accents: "số" of what is measured, and no "sở".
    private static bool IsMeasure(Sentence sentence, CueSpan cue, ulong explained) =>
        cue.Has(Cue.Measure)
        && sentence.SpanAt(cue.End) is { } next
        && sentence.IsExplained(next, explained)
        && !(sentence.SpanAt(cue.Start - 1) is NumberSpan || sentence.CueAt(cue.Start - 1)?.Has(Cue.Plural) == true);

    // A kind's word alone may also be the head of a name that is not in the catalogue.
    private static bool IsKind(Sentence sentence, CueSpan cue)
    {
        if (cue.Length > 1 || !cue.Has(Cue.UnitHead) && cue.Language == Language.Vietnamese)
        {
            return true;
        }

        var before = cue.Start > 0 ? sentence.SpanAt(cue.Start - 1) : null;
        var after = sentence.SpanAt(cue.End);
        if (cue.Language == Language.English)
        {
            return sentence.Tokens[cue.Start].Word.EndsWith('s')
                || sentence.Peek(cue.End)?.Word is "with" or "that" or "whose" or "having"
                || before is NumberSpan
                || before is CueSpan b
                    && (b.Has(Cue.Which) || b.Has(Cue.Plural) || b.Has(Cue.Ask) || b.Has(Cue.Highest) || b.Has(Cue.Lowest));
        }

        return before is NumberSpan
            || IsOpening(sentence, cue) && sentence.Peek(cue.End) is null or { Sort: TokenSort.Mark }
            || IsOpening(sentence, cue) && sentence.Peek(cue.End) is { } has && PeriodWords.Is(has, "co1", "co")
            || PrecededByNumberWord(sentence, cue)
            || before is CueSpan previous
                && (
                    previous.Has(Cue.Plural)
                    || previous.Has(Cue.Ask)
                    || previous.Has(Cue.Polite) && !previous.Has(Cue.Function)
                    || previous.Has(Cue.Highest)
                    || previous.Has(Cue.Lowest)
                    || previous.Has(Cue.Ranking)
                )
            || after is CueSpan next && (next.Has(Cue.Which) || next.Has(Cue.Districts) || next.Has(Cue.Departments));
    }

    private static bool IsOpening(Sentence sentence, CueSpan cue) => sentence.Peek(cue.Start - 1) is null or { Sort: TokenSort.Mark };

    private static bool PrecededByNumberWord(Sentence sentence, CueSpan cue) =>
        sentence.Peek(cue.Start - 1) is { } token && token.Sort == TokenSort.Word && PeriodWords.Ordinal(token) > 1;
}
