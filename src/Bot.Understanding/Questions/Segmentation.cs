using Bot.Indicators;
using Bot.Understanding.Lexicons;
using Bot.Understanding.Numbers;
using Bot.Understanding.Periods;
using Bot.Understanding.Text;

namespace Bot.Understanding.Questions;

/// <summary>
/// Finds all names, times, numbers and cues in all views and takes the best path through them: more words covered, then fewer and
/// stronger parts. Weak unit names stay out of the path; the reader takes them only where nothing else explains the words.
/// </summary>
internal static class Segmentation
{
    private static readonly CueSet Pointers = Draft.Cues(Cue.First, Cue.Second, Cue.Third, Cue.ThatUnit, Cue.ThoseUnits, Cue.EarlierUnit);

    private static readonly CueSet High = Draft.Cues(Cue.Highest, Cue.Best, Cue.Above, Cue.AtLeast);

    private static readonly CueSet Low = Draft.Cues(Cue.Lowest, Cue.Worst, Cue.Below, Cue.AtMost);

    private static readonly CueSet Ends = Draft.Cues(Cue.Highest, Cue.Lowest, Cue.Best, Cue.Worst);

    private static readonly CueSet Whole = Draft.Cues(Cue.Measure, Cue.Covered, Cue.ThatIndicator, Cue.EarlierIndicator, Cue.Target);

    public static List<Span> Of(Token[] tokens, Lexicon lexicon, DateOnly today, List<UnitSpan> weak)
    {
        var grammar = new PeriodGrammar(tokens, today);
        var best = new (double Score, Span? Last)[tokens.Length + 1];
        Array.Fill(best, (double.NegativeInfinity, null));
        best[0] = (0, null);
        var cues = new List<PhraseMatch<(CueSet, Language)>>();
        var units = new List<PhraseMatch<UnitName>>();
        for (var i = 0; i < tokens.Length; i++)
        {
            Offer(best, new UnknownSpan(i, i + 1), tokens[i].Sort == TokenSort.Mark ? 0 : -2);
            if (grammar.At(i) is { } time)
            {
                Offer(best, new PeriodSpan(time), Score(time.End - i, 1) + 6);
            }

            if (NumberGrammar.Measured(tokens, i) is { } number)
            {
                // "3 điểm yếu": the measure is the weaker part.
                Offer(best, new NumberSpan(number), Score(number.End - number.Measured - i, 1) - 4 + 6 * number.Measured);
                if (number.Measured > 0)
                {
                    var bare = number with { End = number.End - number.Measured, Measured = 0 };
                    Offer(best, new NumberSpan(bare), Score(bare.End - i, 1) - 4);
                }
            }

            cues.Clear();
            CueBook.Instance.Trie.Match(tokens, i, cues);
            for (var at = 0; at < cues.Count; at++)
            {
                if (IsFirst(cues, at) && Merge(cues, cues[at].End, i) is var cue && !IsOther(cue, tokens))
                {
                    Offer(best, cue, Score(cue.Length, cue.Strength) + (IsRelativeTime(cue) ? 4 * cue.Length : 0));
                }
            }

            units.Clear();
            if (!IsHeadBeforeComma(tokens, i))
            {
                lexicon.Units.Match(tokens, i, units);
            }

            for (var at = 0; at < units.Count; at++)
            {
                if (!IsFirst(units, at))
                {
                    continue;
                }

                var unit = Merge(units, units[at].End, i);
                unit = IsInTopic(tokens, i, lexicon) ? unit with { Weak = true } : unit;
                if (unit.Weak)
                {
                    weak.Add(unit);
                }
                else
                {
                    Offer(best, unit, Score(unit.Length, unit.Strength) + 4);
                }
            }
        }

        var path = new List<Span>();
        for (var at = tokens.Length; at > 0; at = path[^1].Start)
        {
            path.Add(best[at].Last!);
        }

        path.Reverse();
        return path;
    }

    // "ho so dat dai" without accents are "hồ sơ đất đai" before they are "Sở Đất đai".
    private static bool IsInTopic(Token[] tokens, int at, Lexicon lexicon) =>
        at > 0
        && at + 1 < tokens.Length
        && !tokens[at].HasAccents
        && tokens[at].Decoded is null
        && lexicon.Topics.HasPair(tokens[at - 1].Term, tokens[at].Term)
        && lexicon.Topics.HasPair(tokens[at].Term, tokens[at + 1].Term);

    // Words that only look like a cue where they stand.
    private static bool IsOther(CueSpan cue, Token[] tokens) =>
        IsCutOff(cue, tokens)
        || cue.Length > 1
            && (
                IsHeadOfSeveral(cue, tokens)
                || cue.Has(Cue.ThoseUnits) && (IsDescribed(cue, tokens) || IsAtAnEnd(cue, tokens))
                || IsSpeltOtherwise(cue)
                || IsHalfTyped(cue, tokens)
                || IsAcross(cue, tokens)
                || cue.Has(Cue.Not) && IsParted(cue, tokens)
            );

    // "reported on-time settlement": a cue does not end inside a word.
    private static bool IsCutOff(CueSpan cue, Token[] tokens) =>
        cue.Language == Language.English
        && cue.Length > 1
        && cue.End + 1 < tokens.Length
        && tokens[cue.End].Is('-')
        && !tokens[cue.End].SpaceBefore
        && !tokens[cue.End + 1].SpaceBefore;

    // "anh/chị, sở nào" is no "chỉ số nào": without accents a comma parts the name of a measure.
    private static bool IsAcross(CueSpan cue, Token[] tokens)
    {
        for (var i = cue.Start + 1; i < cue.End; i++)
        {
            if (tokens[i].Is('.') && i + 1 < tokens.Length && tokens[i + 1].SpaceBefore)
            {
                return true;
            }

            if (
                tokens[i].Is(',')
                && (cue.Cues.Bits & Whole.Bits) != 0
                && !tokens[cue.Start].HasAccents
                && tokens[cue.Start].Decoded is null
            )
            {
                return true;
            }
        }

        return false;
    }

    // "Sở Dầu" is no "sở đầu".
    private static bool IsSpeltOtherwise(CueSpan cue) => cue.Strength < Strengths.Bare && (cue.Cues.Bits & Pointers.Bits) != 0;

    // "huyện Quan Hóa" is no "huyện, quận": who typed the one accent had typed the other.
    private static bool IsHalfTyped(CueSpan cue, Token[] tokens) =>
        cue.Has(Cue.Districts) && cue is { Length: 2, Strength: < 1 } && tokens[cue.Start].HasAccents != tokens[cue.End - 1].HasAccents;

    // "departments for": several are a kind, and no head of one name.
    private static bool IsHeadOfSeveral(CueSpan cue, Token[] tokens) =>
        cue.Language == Language.English && cue.Cues.HasOnly(Cue.UnitHead) && tokens[cue.Start].Word.EndsWith('s') && cue.Strength < 1;

    // "the 3 districts with the lowest …" are told here, and not those spoken of before.
    private static bool IsDescribed(CueSpan cue, Token[] tokens) =>
        tokens[cue.Start].Word == "the"
        && tokens[cue.End..Math.Min(cue.End + 2, tokens.Length)].Any(t => t.Word is "with" or "that" or "whose" or "having");

    // "the two worst departments"
    private static bool IsAtAnEnd(CueSpan cue, Token[] tokens)
    {
        var next = new List<PhraseMatch<(CueSet Cues, Language)>>();
        if (cue.End < tokens.Length)
        {
            CueBook.Instance.Trie.Match(tokens, cue.End, next);
        }

        return next.Exists(m => (m.Value.Cues.Bits & Ends.Bits) != 0);
    }

    // "chưa, được bao nhiêu": a comma parts the question from what follows.
    private static bool IsParted(CueSpan cue, Token[] tokens)
    {
        for (var i = cue.Start + 1; i < cue.End; i++)
        {
            if (tokens[i].Sort == TokenSort.Mark)
            {
                return true;
            }
        }

        return false;
    }

    // "cùng kỳ năm trước" is one time, and its "năm trước" no year of its own.
    private static bool IsRelativeTime(CueSpan cue) => cue.Has(Cue.YearEarlier) || cue.Has(Cue.PeriodEarlier) && cue.Length > 2;

    private static double Score(int words, double strength) => words * 10 * strength - 3;

    private static void Offer((double Score, Span? Last)[] best, Span span, double score)
    {
        var total = best[span.Start].Score + score;
        if (total > best[span.End].Score)
        {
            best[span.End] = (total, span);
        }
    }

    // "hồ sơ cấp huyện, Trà Nguyên": a unit's name has no comma after its head word.
    private static bool IsHeadBeforeComma(Token[] tokens, int at) =>
        at + 1 < tokens.Length && tokens[at + 1].Is(',') && CueBook.Instance.UnitHeads.Contains(tokens[at].Bare);

    // The first of the matches that end where it ends stands for all of them.
    private static bool IsFirst<T>(List<PhraseMatch<T>> matches, int at)
    {
        for (var i = 0; i < at; i++)
        {
            if (matches[i].End == matches[at].End)
            {
                return false;
            }
        }

        return true;
    }

    // One span for all that a phrase may do: the same words are several cues, of the strongest evidence only.
    private static CueSpan Merge(List<PhraseMatch<(CueSet Cues, Language Language)>> matches, int end, int start)
    {
        var strength = 0.0;
        var language = Language.Vietnamese;
        foreach (var match in matches)
        {
            if (match.End == end && match.Strength > strength)
            {
                (strength, language) = (match.Strength, match.Value.Language);
            }
        }

        var said = new CueSet();
        foreach (var match in matches)
        {
            said = match.End == end && match.Strength == strength ? said.With(match.Value.Cues) : said;
        }

        var set = said;
        foreach (var match in matches)
        {
            if (match.End == end && match.Strength >= Math.Min(strength, Strengths.Bare) && !Contradicts(said, match.Value.Cues))
            {
                set = set.With(match.Value.Cues);
            }
        }

        return new(start, end, strength, set, language);
    }

    // "best" is not "bét" of a telex keyboard as well: of two that say the opposite only the stronger is meant.
    private static bool Contradicts(CueSet said, CueSet other) =>
        (said.Bits & High.Bits) != 0 && (said.Bits & Low.Bits) == 0 && (other.Bits & Low.Bits) != 0
        || (said.Bits & Low.Bits) != 0 && (said.Bits & High.Bits) == 0 && (other.Bits & High.Bits) != 0;

    private static UnitSpan Merge(List<PhraseMatch<UnitName>> matches, int end, int start)
    {
        var strong = matches.Exists(m => m.End == end && !m.Value.Weak);
        var declared = matches.Exists(m => m.End == end && m.Value.Weak != strong && !m.Value.Built);
        var strength = 0.0;
        foreach (var match in matches)
        {
            if (Counts(match))
            {
                strength = Math.Max(strength, match.Strength);
            }
        }

        var named = new List<OrgUnit>(1);
        foreach (var match in matches)
        {
            if (Counts(match) && match.Strength == strength && !named.Exists(u => u.Code == match.Value.Unit.Code))
            {
                named.Add(match.Value.Unit);
            }
        }

        return new(start, end, strength, [.. named], !strong);

        // Names with their head word before those without, and those of the catalogue before those built by rule.
        bool Counts(PhraseMatch<UnitName> match) => match.End == end && match.Value.Weak != strong && (!declared || !match.Value.Built);
    }
}
