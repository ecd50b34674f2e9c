namespace Bot.Cards.Parts;

/// <summary>What is needed to judge a figure: its target, the gap, the change. All of it computed by the engine.</summary>
internal static class Judgement
{
    /// <summary>The target in a line: "Chỉ tiêu năm 2025: ít nhất 100% (QĐ 942/QĐ-TTg)".</summary>
    public static string Target(Target? target, IndicatorCode indicator, Wording words) =>
        target is null ? words[words.Catalogue[indicator].Bases.IsEmpty ? "target.none.plain" : "target.none"]
        : target.LegalBasis.Length > 0
            ? words.Say("target.line.legal", words.Period(target.Period), Bound(target, words), target.LegalBasis)
        : words.Say("target.line", words.Period(target.Period), Bound(target, words));

    /// <summary>The bound: "ít nhất 80%".</summary>
    public static string Bound(Target target, Wording words) =>
        words.Say(
            target.Comparator == Comparator.AtMost ? "bound.atMost" : "bound.atLeast",
            words.Number(target.Value, words.Catalogue[target.Indicator].Unit)
        );

    /// <summary>The state against the target in two words with a sign; null where no target is recorded.</summary>
    public static string? State(JudgedFigure judged, Wording words) =>
        judged.TargetMet switch
        {
            true => "✓ " + words["target.met"],
            false => "◇ " + words["target.missed"],
            null => null,
        };

    /// <summary>How far from the target: "còn thiếu 8,6 điểm phần trăm so với chỉ tiêu 80%"; null without a gap.</summary>
    public static string? Gap(JudgedFigure judged, Wording words)
    {
        if (judged is not { Gap: { } gap, Target: { } target })
        {
            return null;
        }

        var bound = words.Number(target.Value, words.Catalogue[target.Indicator].Unit);
        var key = (gap.Signed.Sign, target.Comparator) switch
        {
            (0, _) => "gap.equal",
            (< 0, Comparator.AtMost) => "gap.under",
            (< 0, _) => "gap.below",
            (_, Comparator.AtMost) => "gap.over",
            _ => "gap.above",
        };
        return words.Say(key, words.Size(gap), bound);
    }

    /// <summary>The change since the previous figure: "tăng 6,2 điểm phần trăm so với quý III/2024"; null without one.</summary>
    public static string? Change(JudgedFigure judged, Wording words) =>
        judged is { Change: { } change, Previous: { } previous } ? Change(change, previous.Period, words) : null;

    /// <summary>A change against an earlier period.</summary>
    public static string Change(Difference change, Period earlier, Wording words) =>
        words.Say(
            change switch
            {
                { Signed.Sign: 0 } => "change.none",
                { Better: true } when change.Measure == MeasureUnit.Rank => "change.rankUp",
                { Better: false } when change.Measure == MeasureUnit.Rank => "change.rankDown",
                { Signed.Sign: > 0 } => "change.up",
                _ => "change.down",
            },
            words.Size(change),
            words.When(earlier)
        );

    /// <summary>The place among its kind: "đứng thứ 3 trong 12 sở có số liệu cùng kỳ"; null where it is not ranked.</summary>
    public static string? Rank(JudgedFigure judged, Wording words) =>
        judged is { Rank: { } rank, Ranked: { } ranked }
            ? words.Say("judge.rank", words.Number(rank), words.CountOf(words.Catalogue[judged.Figure.Unit].Kind, ranked))
            : null;

    /// <summary>Gap, change and place of figures in sentences, each told with its basis where there are several; null where there is nothing.</summary>
    public static string? Sentences(IReadOnlyList<JudgedFigure> figures, Wording words)
    {
        List<string> sentences = [];
        foreach (var judged in figures)
        {
            List<string> parts = [.. new[] { Gap(judged, words), Change(judged, words), Rank(judged, words) }.OfType<string>()];
            if (parts.Count > 0)
            {
                var text = string.Join("; ", parts);
                var title = figures.Count > 1 ? words.BasisTitle(judged.Figure.Indicator, judged.Figure.Basis) : null;
                sentences.Add(title is null ? Texts.Capital(text) + "." : $"{title}: {text}.");
            }
        }

        if (figures.All(f => f.Previous is null) && figures.Any(f => f.Figure.Amount is not null))
        {
            sentences.Add(words["change.noPrevious"]);
        }

        return sentences.Count == 0 ? null : string.Join(' ', sentences);
    }

    /// <summary>Whether what the asker supposed is so, without repeating the number; null where nothing was claimed.</summary>
    public static string? Claim(IReadOnlyList<JudgedFigure> figures, Wording words)
    {
        List<bool> claims = [.. figures.Select(f => f.ClaimHolds).OfType<bool>()];
        return claims.Count == 0 ? null
            : claims.TrueForAll(c => c) ? words["claim.holds"]
            : claims.TrueForAll(c => !c) ? words["claim.fails"]
            : null;
    }
}
