using Bot.Indicators;
using Bot.Indicators.Queries;
using Bot.Understanding.Lexicons;
using Bot.Understanding.Periods;
using Bot.Understanding.Text;

namespace Bot.Understanding.Questions.Frames;

/// <summary>What inspections remarked: limitations, achievements, recommendations, or all about a field of work.</summary>
internal static class FindingsFrame
{
    // Letters of a word that tells by itself that findings are meant.
    private const int ShortestTelling = 4;

    private static readonly CueSet Used = Draft.Cues(
        Cue.Achievement,
        Cue.Limitation,
        Cue.Recommendation,
        Cue.AnyFinding,
        Cue.Inspect,
        Cue.Work,
        Cue.Which,
        Cue.Define,
        Cue.Departments,
        Cue.Districts,
        Cue.AnyUnits,
        Cue.Newest,
        Cue.State,
        Cue.OwnCity,
        Cue.Gap,
        Cue.Must,
        Cue.Remind,
        Cue.Progress
    );

    public static Draft? Read(QuestionParts parts)
    {
        var sentence = parts.Sentence;
        var named = parts.Indicator?.Best[0].Full ?? 0;
        var limitation = Says(sentence, Cue.Limitation, named);
        var achievement = Says(sentence, Cue.Achievement, named);
        // "what should they do according to the inspection?"
        var recommendation =
            Says(sentence, Cue.Recommendation, named)
            || parts.Leading() is null
                && sentence.Has(Cue.Inspect)
                && sentence.Has(Cue.Must)
                && sentence.Has(Cue.Ask)
                && sentence.Units.Count > 0;
        var any = sentence.Cues.Any(c => c.Has(Cue.AnyFinding) && !sentence.IsExplained(c, named) && IsOfInspection(parts, c));
        var about = (SpeaksOfWork(sentence) && IsNoIndicator(parts) || IsFieldOfPlan(parts)) && sentence.Units.Count > 0;
        if (
            !limitation && !achievement && !recommendation && !any && !about
            || parts.Indicator?.Best[0].Full > 0 && sentence.Has(Cue.Measure)
        )
        {
            return null;
        }

        if (
            parts.Plan?.Best[0].Full > 0
            || parts.Indicator?.Best[0].Full > 0 && sentence.Has(Cue.Target, parts.Indicator.Explained)
            || parts.Indicator?.Best[0].Full > 0 && parts.Indicator.LeftOver == 0 && !limitation && !achievement && !recommendation
        )
        {
            return null;
        }

        if (parts.Units(parts.Period, u => Knowledge.Of(sentence.Catalogue, u)) is not { } units)
        {
            return null;
        }

        var polarity =
            limitation && achievement ? null
            : recommendation && !StrongerLimitation(sentence) ? Polarity.Recommendation
            : limitation ? Polarity.Limitation
            : achievement ? Polarity.Achievement
            : (Polarity?)null;
        var from =
            FieldAt(sentence) is < int.MaxValue and var at ? at
            : about ? 0
            : FieldAfter(sentence) is { } after ? after
            : int.MaxValue;
        var (words, used) = from < int.MaxValue ? About(parts, from) : (null, 0);
        var asked = units.Count > 0 ? UnitSet.Of([.. units.Select(u => u.Code)]) : parts.Kind ?? UnitSet.All;
        return new Draft
        {
            Queries =
            [
                new FindingsQuery
                {
                    Units = asked,
                    Polarity = polarity,
                    About = words,
                    Period = InspectionDays.Of(sentence),
                },
            ],
            Used = Used,
            WordsFrom = words is null ? int.MaxValue : from,
            // "ưu điểm của 2 sở"
            UsesNumbers = sentence.Numbers.All(n =>
                !n.Percent && sentence.CueAt(n.End) is { } kind && IsKind(kind) && HowMany.Is(sentence, asked, n.Value)
            ),
            Explained = used,
        };
    }

    private static bool IsKind(CueSpan cue) =>
        cue.Has(Cue.Departments) || cue.Has(Cue.Districts) || cue.Has(Cue.Communes) || cue.Has(Cue.AnyUnits);

    // Words like "well" or "found" ask for findings only where an inspection is spoken of, or a unit and nothing else; "ghi nhận" is said
    // of the figures of a named indicator too.
    private static bool Says(Sentence sentence, Cue cue, ulong named)
    {
        foreach (var span in sentence.Cues)
        {
            if (
                span.Has(cue)
                && !sentence.IsExplained(span, named)
                && (sentence.Has(Cue.Inspect) || IsTelling(sentence, span) && (named == 0 || !span.Has(Cue.Reach)))
            )
            {
                return true;
            }
        }

        return false;
    }

    // "nhận xét về Sở Y tế", "kết quả kiểm tra của Sở Y tế"; the result of an inspection day alone is the inspection.
    private static bool IsOfInspection(QuestionParts parts, CueSpan cue)
    {
        var sentence = parts.Sentence;
        return cue.Has(Cue.Inspect)
            ? sentence.Units.Count > 0 || parts.Kind is not null
            : sentence.Has(Cue.Inspect)
                || cue.Cues.HasOnly(Cue.AnyFinding, Cue.Polite)
                    && sentence.Units.Count > 0
                    && parts.Leading()?.Best[0].Full is null or 0
                    && sentence.Tokens[cue.Start..cue.End].Sum(t => t.Bare.Length) > ShortestTelling + 2;
    }

    // "công tác tuyển dụng viên chức": an indicator that shares a word is not the field.
    private static bool IsNoIndicator(QuestionParts parts) =>
        parts.Indicator is not { } topic || topic.LeftOver != 0 && topic.Best[0].Full == 0;

    // "văn thư lưu trữ Sở Y tế thế nào": a field that plans are made for, and no plan is spoken of.
    private static bool IsFieldOfPlan(QuestionParts parts) =>
        parts.Indicator is null
        && parts.Plan is { LeftOver: 0 } plan
        && plan.Best[0].Full == 0
        && !parts.Sentence.Has(Cue.PlanHead)
        && !parts.Sentence.Has(Cue.ReportHead)
        && parts.Sentence.Has(Cue.Ask)
        && !parts.Sentence.Has(Cue.Measure);

    private static bool IsTelling(Sentence sentence, CueSpan span) =>
        span.Cues.HasOnly(Cue.Achievement, Cue.Limitation, Cue.Recommendation, Cue.Remind, Cue.Reach, Cue.Gap)
        && sentence.Tokens[span.Start..span.End].Sum(t => t.Bare.Length) is var letters
        && (letters > ShortestTelling || letters == ShortestTelling && span.Language == Language.Vietnamese)
        && !sentence.Typed(span.Start, span.End).StartsWith("chưa", StringComparison.OrdinalIgnoreCase);

    private static bool StrongerLimitation(Sentence sentence) =>
        sentence.Cues.Any(c => c.Has(Cue.Limitation) && !c.Has(Cue.Recommendation) && !c.Has(Cue.Remind));

    // "Mảng" is also a syllable of places.
    private static bool SpeaksOfWork(Sentence sentence) =>
        sentence.Cues.Any(c => c.Has(Cue.Work) && !sentence.Units.Exists(u => u.Start <= c.Start && c.End <= u.End));

    // Where the words of a field of work begin: after "công tác", "về", "about".
    private static int FieldAt(Sentence sentence)
    {
        for (var i = 0; i + 1 < sentence.Tokens.Length; i++)
        {
            if (
                sentence.CueAt(i) is not { } cue ? IsAbout(sentence.Tokens[i])
                : cue.Has(Cue.Work) ? !cue.Has(Cue.Inspect)
                : IsAbout(sentence.Tokens[cue.End - 1]) && (cue.Length == 1 || cue.Has(Cue.AnyFinding) || cue.Has(Cue.Function))
            )
            {
                return i;
            }
        }

        return int.MaxValue;
    }

    // "hạn chế văn thư lưu trữ của Sở Y tế": two words or more between what is asked and the unit.
    private static int? FieldAfter(Sentence sentence)
    {
        foreach (var cue in sentence.Cues.Where(c => c.Has(Cue.Limitation) || c.Has(Cue.Achievement) || c.Has(Cue.Recommendation)))
        {
            var at = cue.End;
            while (sentence.SpanAt(at) is UnknownSpan && sentence.Tokens[at].Sort == TokenSort.Word)
            {
                at++;
            }

            if (
                at > cue.End + 1
                && (sentence.SpanAt(at) is UnitSpan || sentence.Peek(at) is { } token && PeriodWords.Is(token, "cua3", "cua"))
            )
            {
                return cue.End;
            }
        }

        return null;
    }

    private static bool IsAbout(Token token) => token.Key is "vê2" or "ve" || token.Word is "about" or "regarding" or "on";

    // The words of the field of work, as far as no cue explains them, and which they are.
    private static (string? Words, ulong Used) About(QuestionParts parts, int from)
    {
        var sentence = parts.Sentence;
        var words = new List<string>();
        var used = 0UL;
        for (var i = 0; i < sentence.Content.Count && i < 64; i++)
        {
            var bit = 1UL << i;
            var at = sentence.Content[i].Token;
            if (
                at >= from
                && !sentence.Units.Exists(u => u.Start <= at && at < u.End)
                && (sentence.GrammarTerms & bit) == 0
                && (sentence.NumberTerms & bit) == 0
                && !(PeriodWords.Ordinal(sentence.Tokens[at]) > 1 && sentence.CueAt(at + 1)?.Has(Cue.UnitHead) == true)
                && ((sentence.CueTerms & bit) == 0 || IsInside(sentence, parts, i))
            )
            {
                var token = sentence.Tokens[sentence.Content[i].Token];
                var word = token.Decoded is null
                    ? sentence.Typed(sentence.Content[i].Token, sentence.Content[i].Token + 1)
                    : token.DecodedTerm!;
                used |= bit;
                if (words.Count == 0 || words[^1] != word)
                {
                    words.Add(word);
                }
            }
        }

        return (words.Count == 0 ? null : string.Join(' ', words), used);
    }

    // A cue's word inside the words of the field ("chuyển đổi số").
    private static bool IsInside(Sentence sentence, QuestionParts parts, int i)
    {
        var explained = (parts.Indicator?.Explained ?? 0) | (parts.Plan?.Explained ?? 0);
        return (explained >> i & 1) != 0
            && i > 0
            && (sentence.CueTerms >> (i - 1) & 1) == 0
            && (sentence.GrammarTerms >> (i - 1) & 1) == 0
            && sentence.Content[i].Token == sentence.Content[i - 1].Token + 1;
    }
}
