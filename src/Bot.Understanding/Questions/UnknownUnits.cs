using Bot.Understanding.Lexicons;
using Bot.Understanding.Periods;
using Bot.Understanding.Text;

namespace Bot.Understanding.Questions;

/// <summary>
/// Names that begin like a unit's and are not in the catalogue. A name is matched whole or not at all: "Sở Y tế Hậu Giang" and
/// "Bộ Y tế" are not Sở Y tế.
/// </summary>
internal static class UnknownUnits
{
    // What "tính" goes on with, which is "tỉnh" without its accent.
    private static readonly CueSet AfterCounting = Draft.Cues(
        Cue.Function,
        Cue.Polite,
        Cue.Ask,
        Cue.Versus,
        Cue.Above,
        Cue.AtLeast,
        Cue.Mean,
        Cue.Median,
        Cue.Measure,
        Cue.Newest,
        Cue.Plural,
        Cue.Which
    );

    /// <summary>The first such name, as typed; null where there is none.</summary>
    public static string? Find(Sentence sentence, ulong explained)
    {
        foreach (var span in sentence.Spans)
        {
            var name = span switch
            {
                UnitSpan unit => Longer(sentence, unit, explained),
                CueSpan cue when !sentence.IsExplained(cue, explained) && !IsInUnit(sentence, cue) && !IsVersus(sentence, cue) => Headed(
                    sentence,
                    cue,
                    explained
                ),
                _ => null,
            };
            if (name is not null)
            {
                return name;
            }
        }

        return null;
    }

    // The name goes on with words that are no part of it: a place, another body.
    private static string? Longer(Sentence sentence, UnitSpan unit, ulong explained)
    {
        var next = sentence.SpanAt(unit.End);
        if (
            next is UnitSpan other
            && !IsOwnCity(sentence, unit, other)
            && other.Units.Any(u => u.Kind is Indicators.OrgUnitKind.Province or Indicators.OrgUnitKind.City)
        )
        {
            return sentence.Typed(unit.Start, other.End);
        }

        if (
            sentence.Weak.FirstOrDefault(w =>
                w.Start == unit.End && !IsOwnCity(sentence, unit, w) && !sentence.IsExplained(w, explained)
            ) is
            { } place
        )
        {
            return sentence.Typed(unit.Start, place.End);
        }

        if (next is CueSpan head && head.Has(Cue.UnitHead) && IsName(sentence, head.End, explained))
        {
            return sentence.Typed(unit.Start, NameEnd(sentence, head.End, explained));
        }

        // "so tu phap tinh dien bien": a province whose name looks like words of ours.
        if (
            next is CueSpan { Length: 1 } province
            && PeriodWords.Is(sentence.Tokens[province.Start], "tinh3", "tinh")
            && sentence.SpanAt(province.End) is CueSpan { Language: Indicators.Language.Vietnamese } like
            && (like.Cues.Bits & AfterCounting.Bits) == 0
            && !sentence.IsExplained(like, explained)
        )
        {
            return sentence.Typed(unit.Start, like.End);
        }

        if (IsName(sentence, unit.End, explained) && !IsVerbal(sentence, unit.End))
        {
            return sentence.Typed(unit.Start, NameEnd(sentence, unit.End, explained));
        }

        var before = unit.Start - 1;
        return
            before >= 0
            && sentence.Tokens[unit.Start].Sort == TokenSort.Word
            && IsEnglish(sentence, unit)
            && IsName(sentence, before, explained)
            && sentence.Tokens[before].Capital
            ? sentence.Typed(before, unit.End)
            : null;
    }

    private static string? Headed(Sentence sentence, CueSpan cue, ulong explained)
    {
        if (cue.Has(Cue.NationalBody))
        {
            return sentence.Typed(cue.Start, cue.End);
        }

        if (cue.Has(Cue.UnitHead) && IsName(sentence, cue.End, explained))
        {
            return sentence.Typed(cue.Start, NameEnd(sentence, cue.End, explained));
        }

        // "the city police": a body of the city, and not the city.
        if (cue.Has(Cue.OwnCity) && cue.Language == Indicators.Language.English && cue.Length < 3 && IsName(sentence, cue.End, explained))
        {
            return sentence.Typed(cue.Start, NameEnd(sentence, cue.End, explained));
        }

        // "so ngoai vu", "va huyen moc chau": a name may begin like a cue where no accents were typed.
        if (
            cue.Has(Cue.UnitHead)
            && sentence.SpanAt(cue.End) is CueSpan { Length: 1 } first
            && (
                first.Has(Cue.Except)
                || (IsOpened(sentence, cue) || IsPartlyTyped(sentence, cue, first) || MayBeginName(sentence, cue, first))
                    && !first.Has(Cue.Which)
            )
            && IsUnexplained(sentence, first.End, explained)
        )
        {
            return sentence.Typed(cue.Start, NameEnd(sentence, first.End, explained));
        }

        // "con so vu tru" goes on with a conversation ("còn sở"), and is no "con số".
        if (
            cue.Length == 2
            && sentence.Tokens[cue.Start] is { Bare: "con", HasAccents: false }
            && sentence.Tokens[cue.Start + 1] is { Bare: "so", HasAccents: false }
            && IsUnexplained(sentence, cue.End, explained)
            && sentence.Before.LastQuery is not null
        )
        {
            return sentence.Typed(cue.Start + 1, NameEnd(sentence, cue.End, explained));
        }

        // "Bộ Y tế": a foreign head before a name that is ours only with its own head.
        if (
            cue.Has(Cue.UnitHead)
            && !cue.Has(Cue.OwnCity)
            && sentence.Weak.FirstOrDefault(w => w.Start == cue.End && !IsCovered(sentence, w, explained)) is { } weak
        )
        {
            return sentence.Typed(cue.Start, weak.End);
        }

        // "cua so dan van": every syllable of the name is some small word without accents.
        if (
            cue.Has(Cue.UnitHead)
            && IsOpened(sentence, cue)
            && sentence.SpanAt(cue.End) is CueSpan { Length: 1 } small
            && (
                small.Cues.HasOnly(Cue.Function, Cue.Polite, Cue.Recommendation, Cue.Lead)
                || small.Cues.HasOnly(Cue.Function, Cue.Polite, Cue.Ask)
                    && sentence.SpanAt(small.End) is CueSpan { Length: 1, Cues: var last }
                    && last.HasOnly(Cue.Function, Cue.Polite, Cue.Ask, Cue.Equal)
            )
        )
        {
            return sentence.Typed(cue.Start, small.End);
        }

        if (
            IsKind(cue)
            && !sentence.Tokens[cue.Start].HasAccents
            && IsAllSmall(sentence, cue)
            && (sentence.Peek(cue.Start - 1) is null or { Sort: TokenSort.Mark } || sentence.CueAt(cue.Start - 1)?.Has(Cue.Polite) == true)
        )
        {
            return sentence.Typed(cue.Start, cue.End + 2);
        }

        // "Công an thành phố" is a body of the city, and not the city.
        if (
            cue.Has(Cue.UnitHead)
            && !cue.Has(Cue.OwnCity)
            && !cue.Has(Cue.Departments)
            && !cue.Has(Cue.Districts)
            && !cue.Has(Cue.Communes)
            && sentence.SpanAt(cue.End) is CueSpan own
            && own.Has(Cue.OwnCity)
            && sentence.Tokens[cue.Start].Bare is not ("ubnd" or "uy" or "hdnd" or "q" or "h" or "p" or "x")
        )
        {
            return sentence.Typed(cue.Start, own.End);
        }

        // "cục thống kê": no word of ours stands behind the head of a body but as part of its name.
        if (
            cue.Cues.HasOnly(Cue.UnitHead)
            && cue.Language == Indicators.Language.Vietnamese
            && sentence.SpanAt(cue.End) is CueSpan { Language: Indicators.Language.Vietnamese } ours
            && sentence.Tokens[cue.Start].Plain is not ("tinh" or "thanh")
            && !CueBook.Instance.AfterKinds.Contains(sentence.Tokens[ours.Start].Plain)
            && !sentence.IsExplained(ours, explained)
        )
        {
            return sentence.Typed(cue.Start, NameEnd(sentence, ours.End, explained));
        }

        // "Công an tỉnh": so is a body of the province.
        if (
            cue.Has(Cue.UnitHead)
            && !cue.Has(Cue.OwnCity)
            && !cue.Has(Cue.Departments)
            && !cue.Has(Cue.Districts)
            && !cue.Has(Cue.Communes)
            && sentence.SpanAt(cue.End) is CueSpan { Length: 1 } seat
            && PeriodWords.Is(sentence.Tokens[seat.Start], "tinh3", "tinh")
            && seat.Has(Cue.UnitHead)
            && !IsName(sentence, seat.End, explained)
            && !sentence.Units.Exists(u => u.Start == seat.Start)
        )
        {
            return sentence.Typed(cue.Start, seat.End);
        }

        if (
            cue.Has(Cue.UnitHead)
            && sentence.SpanAt(cue.End) is UnitSpan unit
            && !cue.Has(Cue.Departments)
            && !cue.Has(Cue.Districts)
            && !cue.Has(Cue.OwnCity)
            && !(cue.Has(Cue.Except) && CueBook.Instance.UnitHeads.Contains(sentence.Tokens[unit.Start].Bare))
        )
        {
            return sentence.Typed(cue.Start, unit.End);
        }

        if (cue.Has(Cue.UnitTail) && cue.Start > 0 && (IsName(sentence, cue.Start - 1, explained) || IsForeign(sentence, cue.Start - 1)))
        {
            var start = cue.Start - 1;
            while (start > 0 && IsName(sentence, start - 1, explained))
            {
                start--;
            }

            return sentence.Typed(start, cue.End);
        }

        return null;
    }

    // "So Sơn Phước với Hải Châu": without its accent in an accented question it compares, and is no "sở".
    private static bool IsVersus(Sentence sentence, CueSpan cue) =>
        cue.Has(Cue.Versus)
        && cue.Start == 0
        && !sentence.Tokens[cue.Start].HasAccents
        && sentence.Tokens.Any(t => t.HasAccents && (t.Key == "vơi1" || PeriodWords.IsAnd(t)));

    // "Vĩnh Trường": a head word may be a syllable of a place.
    private static bool IsInUnit(Sentence sentence, CueSpan cue) => sentence.Units.Exists(u => u.Start < cue.Start && cue.End <= u.End);

    private static bool IsCovered(Sentence sentence, Span span, ulong explained) => sentence.IsExplained(span, explained);

    private static bool IsOwnCity(Sentence sentence, UnitSpan unit, UnitSpan other) =>
        other.Units.Any(c => unit.Units.Any(u => u.Parent == c.Code || c.Parent == u.Code))
        || other.Units.Any(c =>
            c.Kind == Indicators.OrgUnitKind.City
            && unit.Units.Any(u => u.Parent is { } p && sentence.Catalogue[p].Names.Vietnamese == c.Names.Vietnamese)
        );

    private static bool IsEnglish(Sentence sentence, UnitSpan unit)
    {
        for (var i = unit.Start; i < unit.End; i++)
        {
            if (sentence.Tokens[i].Bare is "department" or "district" or "ward" or "commune" or "committee")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a word stands there that no name, topic or cue explains.</summary>
    private static bool IsName(Sentence sentence, int at, ulong explained)
    {
        if (sentence.Peek(at) is not { Sort: TokenSort.Word } token || sentence.SpanAt(at) is not UnknownSpan span)
        {
            return false;
        }

        return !sentence.IsExplained(span, explained)
            && !sentence.Weak.Any(w => sentence.Units.Contains(w) && w.Start <= at && at < w.End)
            && (
                token.Capital
                || !sentence.Lexicon.Topics.Vocabulary.Contains(token.DecodedTerm ?? token.Term)
                || sentence.CueAt(at - 1) is { } head && head.Has(Cue.UnitHead) && !IsCounted(sentence, head)
            );
    }

    // "Sở Y tế đã đưa lên": the sentence goes on, and not the name.
    private static bool IsVerbal(Sentence sentence, int at) =>
        sentence.Tokens[at] is { HasAccents: true, Capital: false } && sentence.Content.Exists(c => c.Token == at && c.Grammar);

    // "Sở The thao": the head word with its accent, the name without.
    private static bool IsPartlyTyped(Sentence sentence, CueSpan head, CueSpan first) =>
        head.Length == 1 && sentence.Tokens[head.Start].HasAccents && !sentence.Tokens[first.Start].HasAccents;

    // "huyen moc chau", "so van hoa": nothing that follows a kind of units, and a word that nothing explains behind it.
    private static bool MayBeginName(Sentence sentence, CueSpan head, CueSpan first) =>
        IsKind(head)
        && !sentence.Tokens[head.Start].HasAccents
        && !sentence.Tokens[first.Start].HasAccents
        && !CueBook.Instance.AfterKinds.Contains(sentence.Tokens[first.Start].Plain);

    private static bool IsKind(CueSpan head) =>
        head.Length == 1 && head.Has(Cue.UnitHead) && (head.Has(Cue.Departments) || head.Has(Cue.Districts) || head.Has(Cue.Communes));

    // "quan hong bang co": all its syllables are small words, none of which follows a kind of units.
    private static bool IsAllSmall(Sentence sentence, CueSpan head)
    {
        var count = 0;
        for (var at = head.End; sentence.CueAt(at) is { Length: 1 } small && IsNameLike(sentence, small); at++)
        {
            count++;
        }

        return count > 1;
    }

    private static bool IsNameLike(Sentence sentence, CueSpan small) =>
        small.Language == Indicators.Language.Vietnamese
        && small.Cues.HasOnly(Cue.Function, Cue.Polite, Cue.Ask, Cue.Acknowledge, Cue.Equal, Cue.Target)
        && !sentence.Tokens[small.Start].HasAccents
        && !CueBook.Instance.AfterKinds.Contains(sentence.Tokens[small.Start].Plain);

    // "cua so …": a bare head word where a unit's name is expected.
    private static bool IsOpened(Sentence sentence, CueSpan head) =>
        head.Length == 1
        && !sentence.Tokens[head.Start].HasAccents
        && sentence.Peek(head.Start - 1)?.Bare is "cua" or "va" or "tai" or "voi" or "giua" or "so";

    // "Dong Van District": in English a small Vietnamese word is part of a name.
    private static bool IsForeign(Sentence sentence, int at) =>
        sentence.Language == Indicators.Language.English
        && IsSmallVietnamese(sentence, at)
        && (sentence.SpanAt(at - 1) is UnknownSpan { Length: 1 } || IsSmallVietnamese(sentence, at - 1));

    // "TUY AN DISTRICT": a small English word may be a Vietnamese syllable as well.
    private static bool IsSmallVietnamese(Sentence sentence, int at) =>
        sentence.CueAt(at) is { Length: 1 } small
        && (small.Language == Indicators.Language.Vietnamese || Syllable.IsValidBare(sentence.Tokens[at].Bare));

    // "3 sở xử lý": what follows a counted kind is no name, unless its words are foreign.
    private static bool IsCounted(Sentence sentence, CueSpan kind) =>
        kind.Start > 0 && sentence.SpanAt(kind.Start - 1) is NumberSpan { Mention.Percent: false };

    private static bool IsUnexplained(Sentence sentence, int at, ulong explained) =>
        sentence.Peek(at) is { Sort: TokenSort.Word }
        && sentence.SpanAt(at) is UnknownSpan span
        && !sentence.IsExplained(span, explained)
        && !sentence.Units.Exists(u => u.Start <= at && at < u.End);

    private static int NameEnd(Sentence sentence, int at, ulong explained)
    {
        while (IsName(sentence, at, explained) || at > 0 && IsUnexplained(sentence, at, explained))
        {
            at++;
        }

        return at;
    }
}
