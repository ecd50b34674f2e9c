using System.Buffers;
using Bot.Indicators;
using Bot.Indicators.Queries;
using Bot.Indicators.Readings;
using Bot.Understanding.Dialogues;
using Bot.Understanding.Lexicons;
using Bot.Understanding.Periods;
using Bot.Understanding.Questions.Frames;
using Bot.Understanding.Text;

namespace Bot.Understanding.Questions;

/// <summary>
/// Accounts for every word of a question: used by the query, grammar, courtesy, or residue. Residue that could change the answer
/// blocks it; one other word may be left out, and the answer says so.
/// </summary>
internal static class Residue
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    private static readonly CueSet Always = Draft.Cues(
        Cue.Function,
        Cue.Polite,
        Cue.Ask,
        Cue.Measure,
        Cue.Greeting,
        Cue.Thanks,
        Cue.Acknowledge,
        Cue.FollowUp,
        Cue.Plural,
        Cue.Help,
        Cue.English,
        Cue.Vietnamese,
        Cue.Source,
        Cue.History,
        Cue.SingleValue
    );

    public static Reading Settle(Sentence sentence, Draft draft)
    {
        var language = sentence.Language;
        if (draft.UsesUnits && UnknownUnits.Find(sentence, draft.Explained) is { } name)
        {
            return new Reading.Blocked
            {
                Language = language,
                By = BlockedBy.UnknownUnit,
                Words = name,
            };
        }

        var left = new List<(int Start, int End)>();
        foreach (var span in sentence.Spans)
        {
            if (BlockedSpan(sentence, span, draft, left) is { } by)
            {
                return new Reading.Blocked
                {
                    Language = language,
                    By = by,
                    Words = sentence.Typed(span.Start, span.End),
                    Nearest = draft.Asks ? [] : draft.Queries,
                };
            }
        }

        var words = Phrases(sentence, left);
        if (words.Count > 1 || words.Count == 1 && (IsOfAll(sentence, draft) || !MayBeLeftOut(sentence, left, draft.Explained)))
        {
            return new Reading.Blocked
            {
                Language = language,
                By = BlockedBy.ManyWords,
                Words = string.Join(" … ", words),
                Nearest = draft.Asks ? [] : draft.Queries,
            };
        }

        if (draft.Asks || draft.Queries.Count > 1)
        {
            return new Reading.Ambiguous
            {
                Language = language,
                Choices = [.. draft.Queries.Take(3)],
                Words = sentence.Question.Text.Trim(),
                What = draft.What,
            };
        }

        return new Reading.Clear
        {
            Language = language,
            Query = draft.Queries[0],
            Note = new()
            {
                LeftOut = [.. words],
                Inherited = draft.Inherited,
                Dropped = draft.Dropped,
                Corrected = Corrections(sentence, draft.Explained),
            },
        };
    }

    private static BlockedBy? BlockedSpan(Sentence sentence, Span span, Draft draft, List<(int, int)> left)
    {
        switch (span)
        {
            case UnitSpan when !draft.UsesUnits:
                return BlockedBy.UnknownUnit;
            case PeriodSpan when !draft.UsesPeriods:
                return BlockedBy.UnknownPeriod;
            case PeriodSpan time when OtherTimes.Has(sentence, time, draft):
                return BlockedBy.ManyWords;
            case NumberSpan when !draft.UsesNumbers && !IsCount(sentence, span) && !sentence.IsExplained(span, draft.Explained):
                return BlockedBy.Number;
            case CueSpan when span == Claims.Particle(sentence):
                return null;
            case CueSpan when IsAnotherAspect(sentence, span, draft.Explained):
                return BlockedBy.ManyWords;
            case CueSpan cue
                when cue.Cues.Bits != 0
                    && ((cue.Cues.Bits & (Always.Bits | draft.Used.Bits)) != 0 || sentence.IsExplained(cue, draft.Explained)):
                return null;
            case CueSpan when sentence.Weak.Any(w => sentence.Units.Contains(w) && w.Start <= span.Start && span.End <= w.End):
                return null;
            case CueSpan cue:
                if (sentence.IsTouched(cue, draft.Explained))
                {
                    return Denies(sentence, cue, draft.Explained) ? BlockedBy.Negation : null;
                }

                if (Blocking(cue) is { } by && !IsSpread(sentence, cue))
                {
                    return by;
                }

                if (!IsSpread(sentence, cue))
                {
                    left.Add((cue.Start, cue.End));
                }

                return null;
            case UnknownSpan
                when sentence.Tokens[span.Start].Sort == TokenSort.Word
                    && span.Start < draft.WordsFrom
                    && !IsAccounted(sentence, span, draft.Explained):
                left.Add((span.Start, span.End));
                return null;
            default:
                return null;
        }
    }

    // "vị trí việc chưa đạt làm": a negation amid a name is no word of it.
    private static bool Denies(Sentence sentence, CueSpan cue, ulong explained) =>
        cue.Language == Language.Vietnamese
        && Enumerable
            .Range(cue.Start, cue.Length)
            .Any(at =>
                (PeriodWords.Is(sentence.Tokens[at], "chưa", "chua") || PeriodWords.Is(sentence.Tokens[at], "không", "khong"))
                && !sentence.IsExplained(new UnknownSpan(at, at + 1), explained)
            );

    // "hồ sơ đang giải quyết" where all that is known is "hồ sơ đã giải quyết".
    private static bool IsAnotherAspect(Sentence sentence, Span span, ulong explained)
    {
        var token = sentence.Tokens[span.Start];
        if (span.Length != 1 || !PeriodWords.Is(token, "đang", "dang") || sentence.IsExplained(span, explained))
        {
            return false;
        }

        for (var i = 0; i < sentence.Content.Count && i < 64; i++)
        {
            var bit = 1UL << i;
            if (sentence.Content[i].Token == span.End && (explained & bit) != 0)
            {
                var done = "đã " + sentence.Lexicon.Topics.Written(sentence.Content[i].Term);
                return sentence
                    .Covers.Where(c => c.Topic.Sort == TopicSort.Indicator && (c.All & bit) != 0)
                    .Select(c => sentence.Catalogue.Indicators[c.Topic.Index])
                    .Any(n => n.Bases.Select(b => b.Names).Append(n.Names).Any(x => Says(x, done)));
            }
        }

        return false;
    }

    private static bool Says(Names names, string words) =>
        names.Aliases.Append(names.Vietnamese).Any(n => n.Contains(words, StringComparison.OrdinalIgnoreCase));

    // "median over the districts" compares with nothing.
    private static bool IsSpread(Sentence sentence, CueSpan cue)
    {
        var next = sentence.SpanAt(cue.End);
        next = next is CueSpan { Cues: var small } && small.HasOnly(Cue.Function, Cue.FollowUp) ? sentence.SpanAt(next.End) : next;
        return sentence.Tokens[cue.Start].Word == "over"
            && (
                next is PeriodSpan
                || next is CueSpan kind
                    && (kind.Has(Cue.Departments) || kind.Has(Cue.Districts) || kind.Has(Cue.Communes) || kind.Has(Cue.AnyUnits))
            );
    }

    /// <summary>Why a cue that nothing uses keeps a question from being answered; null where it does not.</summary>
    public static BlockedBy? Blocking(CueSpan cue) =>
        cue.Has(Cue.Not) ? BlockedBy.Negation
        : cue.Has(Cue.Except) ? BlockedBy.Exclusion
        : cue.Has(Cue.Above)
        || cue.Has(Cue.Below)
        || cue.Has(Cue.AtLeast)
        || cue.Has(Cue.AtMost)
        || cue.Has(Cue.Equal)
        || cue.Has(Cue.Versus)
        || cue.Has(Cue.Better)
            ? BlockedBy.Comparison
        : cue.Has(Cue.YearEarlier) || cue.Has(Cue.PeriodEarlier) || cue.Has(Cue.PeriodLater) ? BlockedBy.UnknownPeriod
        : null;

    private static bool IsAccounted(Sentence sentence, Span span, ulong explained) =>
        sentence.IsExplained(span, explained)
        || sentence.Weak.Any(w => sentence.Units.Contains(w) && w.Start <= span.Start && span.End <= w.End)
        || sentence.Content.Any(c => c.Token == span.Start && c.Grammar)
        || IsCount(sentence, span);

    // "ba quận, huyện"; "hai quận Tân Phú và Long Hòa", where as many are named.
    private static bool IsCount(Sentence sentence, Span span) =>
        PeriodWords.Ordinal(sentence.Tokens[span.Start]) is > 1 and var count
        && (
            sentence.SpanAt(span.End) is UnitSpan
                ? sentence.Units.Count == count
                : span is UnknownSpan
                    && sentence.CueAt(span.End) is { } kind
                    && (
                        kind.Has(Cue.Departments)
                        || kind.Has(Cue.Districts)
                        || kind.Has(Cue.Communes)
                        || kind.Has(Cue.AnyUnits)
                        || SetFrame.IsEnd(kind)
                    )
        );

    // Where nobody is named, a word that nothing explains may be who was meant.
    private static bool IsOfAll(Sentence sentence, Draft draft) =>
        draft.Queries[0] is StoreQuery query
        && Subject.Of(query).Units == UnitSet.All
        && !sentence.Cues.Any(c => c.Has(Cue.AnyUnits) || c.Has(Cue.Which) || c.Has(Cue.Who));

    // Only a short single word, and never one inside or right beside the name of what is asked for: there it narrows the meaning.
    private static bool MayBeLeftOut(Sentence sentence, List<(int Start, int End)> left, ulong explained)
    {
        var (start, end) = (left[0].Start, left[^1].End);
        return end - start == 1
            && sentence.Tokens[start].Sort == TokenSort.Word
            && !sentence.Tokens[start].Capital
            && !IsBesideUnit(sentence, start)
            && !IsBesideTopic(sentence, start, explained)
            && !IsBesideHead(sentence, start)
            && !IsMeasured(sentence, start)
            && !PeriodWords.IsYear(sentence.Tokens[start])
            && !PeriodWords.IsQuarter(sentence.Tokens[start])
            && !PeriodWords.IsMonth(sentence.Tokens[start])
            && sentence.Tokens[start].Bare.AsSpan().ContainsAny(Vowels)
            && !MayBeAnother(sentence.Tokens[start])
            && sentence.CueAt(start - 1)?.Has(Cue.Versus) != true;
    }

    // "dsitricts", "thedepartments", "trình2024": a word that is none may be one that changes the answer.
    private static bool MayBeAnother(Token token) =>
        token.Word.AsSpan().ContainsAnyInRange('0', '9')
        || !Syllable.IsValidBare(token.Bare)
            && (
                token.HasAccents
                || CueBook.Instance.Slips.Near(token.Term).Count > 0
                || Enumerable.Range(3, Math.Max(0, token.Bare.Length - 4)).Any(at => IsCue(token.Bare[..at]) || IsCue(token.Bare[at..]))
            );

    private static bool IsCue(string word) => word.Length > 4 && CueBook.Instance.Terms.Contains(Stem.Of(word));

    // "treasury office", "sở xyz": a word for units beside it makes it a name.
    private static bool IsBesideHead(Sentence sentence, int at)
    {
        if (sentence.CueAt(at + 1) is { Language: Language.English } tail && (tail.Has(Cue.UnitTail) || tail.Has(Cue.AnyUnits)))
        {
            return true;
        }

        // "so van hoa": without accents the first syllables of a name may be small words.
        var before = at - 1;
        while (
            sentence.CueAt(before) is { Length: 1, Language: Language.Vietnamese } small
            && !IsHead(small)
            && !sentence.Tokens[before].HasAccents
        )
        {
            before--;
        }

        return sentence.CueAt(before) is { } head && IsHead(head);
    }

    // "unemployment rate", "tỷ lệ nghèo": the word says what is measured.
    private static bool IsMeasured(Sentence sentence, int at) =>
        sentence.CueAt(at + 1) is { Language: Language.English } rate && rate.Has(Cue.Measure)
        || sentence.CueAt(at - 1) is { Language: Language.Vietnamese } share && share.Has(Cue.Measure);

    private static bool IsHead(CueSpan cue) =>
        cue.Has(Cue.UnitHead) && cue.Length == 1
        || (cue.Has(Cue.PlanHead) || cue.Has(Cue.ReportHead) || cue.Has(Cue.ProjectHead)) && !cue.Has(Cue.Which) && !cue.Has(Cue.Covered);

    // "một phần": grammar in between does not keep a word from narrowing the name.
    private static bool IsBesideTopic(Sentence sentence, int at, ulong explained)
    {
        return Reaches(-1) || Reaches(1);

        bool Reaches(int step)
        {
            var next = at + step;
            while (IsSmall(sentence, next) && !IsTopic(next))
            {
                next += step;
            }

            return IsTopic(next);
        }

        bool IsTopic(int token) => sentence.Content.Where((c, i) => i < 64 && (explained >> i & 1) != 0 && c.Token == token).Any();
    }

    private static bool IsSmall(Sentence sentence, int at) =>
        sentence.SpanAt(at) is CueSpan { Length: 1 } cue
        && (cue.Has(Cue.Polite) || cue.Has(Cue.UnitHead) || cue.Has(Cue.Function))
        && !WeakUnits.IsOpener(sentence.Tokens[at]);

    // A word beside a unit's name may be a part of a longer name: "ha giang department of health", "so noi vu tinh bac kan".
    private static bool IsBesideUnit(Sentence sentence, int at)
    {
        return Reaches(-1) || Reaches(1);

        // "sơ y tế": the head word of that unit, with a slip.
        bool IsItsHead(UnitSpan unit) =>
            unit.Units.Any(u => Tokeniser.Split(u.Names.Vietnamese) is [var head, ..] && head.Bare == sentence.Tokens[at].Bare);

        bool Reaches(int step)
        {
            var next = at + step;
            while (IsSmall(sentence, next) && !sentence.Tokens[next].HasAccents)
            {
                next += step;
            }

            return sentence.Units.Exists(u => u.Start <= next && next < u.End && !IsItsHead(u));
        }
    }

    private static List<string> Phrases(Sentence sentence, List<(int Start, int End)> left)
    {
        var phrases = new List<string>();
        for (var i = 0; i < left.Count; i++)
        {
            var (start, end) = left[i];
            while (i + 1 < left.Count && left[i + 1].Start == end)
            {
                end = left[++i].End;
            }

            phrases.Add(sentence.Typed(start, end));
        }

        return phrases;
    }

    private static ValueList<CorrectedWords> Corrections(Sentence sentence, ulong explained)
    {
        var corrected = sentence
            .Units.SelectMany(u => sentence.Tokens[u.Start..u.End])
            .Where(t => t.Corrected is not null)
            .Select(t => new CorrectedWords(sentence.Question.Text[t.Start..t.End], t.Corrected!))
            .ToList();
        for (var i = 0; i < sentence.Content.Count && i < 64; i++)
        {
            var term = sentence.Content[i];
            if (term.Edited && (explained >> i & 1) != 0)
            {
                corrected.Add(new(sentence.Typed(term.Token, term.Token + 1), sentence.Lexicon.Topics.Written(term.Term)));
            }
        }

        return [.. corrected];
    }
}
