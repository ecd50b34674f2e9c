using Bot.Indicators;
using Bot.Indicators.Queries;
using Bot.Understanding.Lexicons;
using Bot.Understanding.Periods;
using Bot.Understanding.Questions.Frames;
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
            if (sentence.IsExplained(cue, explained) && !IsPicked(sentence, cue, explained))
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

    /// <summary>Whether a kind of units may be meant that is not told apart from other words: then nothing is asked of all units.</summary>
    public static bool MayBeMeant(Sentence sentence, ulong explained) =>
        sentence.Cues.Any(c =>
            (c.Has(Cue.Departments) || c.Has(Cue.Districts) || c.Has(Cue.Communes))
            && !sentence.IsExplained(c, explained)
            && !IsMeasure(sentence, c, explained)
            && !sentence.Units.Exists(u => u.Start <= c.Start && c.End <= u.End)
        );

    // "3 so co …", "which district …": what is counted or chosen from is no part of a name.
    private static bool IsPicked(Sentence sentence, CueSpan cue, ulong explained) =>
        sentence.SpanAt(cue.Start - 1) is NumberSpan { Mention.Percent: false }
        || PrecededByNumberWord(sentence, cue)
        || IsFirst(sentence, cue)
            && IsToldApart(sentence, cue)
            && !sentence.IsExplained(new UnknownSpan(cue.Start - 1, cue.Start), explained)
        || cue.Language == Language.English && (IsChosen(sentence, cue) || IsPlural(sentence, cue) && !IsInName(sentence, cue, explained));

    private static bool IsChosen(Sentence sentence, CueSpan cue) => sentence.CueAt(cue.Start - 1)?.Has(Cue.Which) == true;

    private static bool IsPlural(Sentence sentence, CueSpan cue) => sentence.Tokens[cue.End - 1].Word.EndsWith('s');

    private static bool IsInName(Sentence sentence, CueSpan cue, ulong explained) =>
        sentence.IsExplained(new UnknownSpan(cue.Start - 1, cue.Start), explained)
        || sentence.IsExplained(new UnknownSpan(cue.End, cue.End + 1), explained);

    // At the beginning, or after "tìm", "danh sách".
    private static bool IsFirst(Sentence sentence, CueSpan cue) =>
        IsOpening(sentence, cue) || sentence.CueAt(cue.Start - 1)?.Cues.HasOnly(Cue.Polite, Cue.Function) == true;

    // "so ho so ton dong" without accents: "số" of what is measured, and no "sở".
    private static bool IsMeasure(Sentence sentence, CueSpan cue, ulong explained) =>
        cue.Has(Cue.Measure)
        && sentence.SpanAt(sentence.Peek(cue.End)?.Plain is "bi" or "duoc" ? cue.End + 1 : cue.End) is { } next
        && sentence.IsExplained(next, explained)
        && !(
            sentence.SpanAt(cue.Start - 1) is NumberSpan
            || PrecededByNumberWord(sentence, cue)
            || sentence.CueAt(cue.Start - 1)?.Has(Cue.Plural) == true
        );

    // A kind's word alone may also be the head of a name that is not in the catalogue.
    private static bool IsKind(Sentence sentence, CueSpan cue)
    {
        if (cue.Length > 1 || !cue.Has(Cue.UnitHead) && cue.Language == Language.Vietnamese)
        {
            return true;
        }

        var before = cue.Start > 0 ? sentence.SpanAt(cue.Start - 1) : null;
        var after = sentence.SpanAt(cue.End);
        // "so quan, huyen": how many of them.
        if (cue.Has(Cue.Measure) && after is CueSpan { Length: > 1 } counted && (counted.Has(Cue.Districts) || counted.Has(Cue.Communes)))
        {
            return false;
        }

        if (cue.Language == Language.English)
        {
            return IsPlural(sentence, cue)
                || sentence.Peek(cue.End)?.Word is "with" or "that" or "whose" or "having"
                || before is NumberSpan
                || IsOpening(sentence, cue) && sentence.CueAt(cue.End) is { } end && SetFrame.IsEnd(end)
                || before is CueSpan b && (b.Has(Cue.Which) || b.Has(Cue.Plural) || b.Has(Cue.Ask) || SetFrame.IsEnd(b));
        }

        return before is NumberSpan
            || IsFirst(sentence, cue) && (sentence.Peek(cue.End) is null or { Sort: TokenSort.Mark } || IsToldApart(sentence, cue))
            || IsOpening(sentence, cue) && after is CueSpan { Length: > 1 } asked && asked.Cues.HasOnly(Cue.Ask, Cue.Function, Cue.Polite)
            || PrecededByNumberWord(sentence, cue)
            || before is CueSpan previous
                && (
                    previous.Has(Cue.Plural)
                    || previous.Has(Cue.Ask)
                    || previous.Has(Cue.Measure) && cue.Length > 1
                    || previous.Has(Cue.Polite) && !previous.Has(Cue.Function)
                    || previous.Has(Cue.Highest)
                    || previous.Has(Cue.Lowest)
                    || previous.Has(Cue.Ranking)
                    || previous.Has(Cue.Mean)
                    || previous.Has(Cue.Median)
                )
            || after is PeriodSpan && sentence.Tokens[cue.Start].HasAccents
            || after is CueSpan next && (next.Has(Cue.Which) || next.Has(Cue.Districts) || next.Has(Cue.Departments));
    }

    // "sở có …", "sở đã đạt …", "sở đứng đầu …"
    private static bool IsToldApart(Sentence sentence, CueSpan cue) =>
        sentence.Peek(cue.End) is { } has
            && (PeriodWords.Is(has, "co1", "co") || PeriodWords.Is(has, "đa4", "da") || has.Word is "with" or "that" or "whose")
        || sentence.CueAt(cue.End) is { } next
            && (
                next.Has(Cue.Highest)
                || next.Has(Cue.Lowest)
                || next.Has(Cue.Best)
                || next.Has(Cue.Worst)
                || next.Has(Cue.Missing)
                || next.Has(Cue.Below)
                || next.Has(Cue.Reach)
                || next.Has(Cue.Late)
                || next.Has(Cue.Not)
            );

    private static bool IsOpening(Sentence sentence, CueSpan cue) => sentence.Peek(cue.Start - 1) is null or { Sort: TokenSort.Mark };

    private static bool PrecededByNumberWord(Sentence sentence, CueSpan cue) =>
        sentence.Peek(cue.Start - 1) is { } token && token.Sort == TokenSort.Word && PeriodWords.Ordinal(token) > 1;
}
