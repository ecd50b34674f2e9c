using Bot.Indicators.Periods;
using Bot.Indicators.Queries;
using Bot.Understanding.Lexicons;

namespace Bot.Understanding.Questions.Frames;

/// <summary>When, where and by whom was inspected.</summary>
internal static class InspectionFrame
{
    private static readonly CueSet Used = Draft.Cues(
        Cue.Inspect,
        Cue.Lead,
        Cue.Who,
        Cue.When,
        Cue.Which,
        Cue.Departments,
        Cue.Districts,
        Cue.AnyUnits,
        Cue.Newest,
        Cue.AnyFinding,
        Cue.OwnCity,
        Cue.Issue,
        Cue.Work
    );

    public static Draft? Read(QuestionParts parts)
    {
        var sentence = parts.Sentence;
        var period = InspectionDays.Of(sentence);
        var asksUnits = sentence.Has(Cue.Which) || parts.Kind is not null || IsSuffered(sentence);
        var named = parts.Indicator?.Best[0].Full ?? 0;
        var chaired = Chairs.Of(sentence);
        if (
            !sentence.Has(Cue.Inspect) && !IsOfTeam(sentence) && chaired.Inspection is null
            || sentence.Has(Cue.Inspect) && !sentence.Has(Cue.Inspect, named) && (sentence.Has(Cue.Highest) || sentence.Has(Cue.Lowest))
            || !(
                sentence.Has(Cue.Lead)
                || sentence.Has(Cue.Who)
                || sentence.Has(Cue.When)
                || asksUnits
                || period?.Kind == PeriodKind.Day
                || parts.Indicator is null && parts.Plan is null && period is not null
            )
            || sentence.Has(Cue.Measure) && parts.Indicator?.Best[0].Full > 0 && period?.Kind != PeriodKind.Day
            || parts.Plan?.Best[0].Full > 0
            || IsDayOfFigure(parts)
            || parts.Units(period, u => Knowledge.Of(sentence.Catalogue, u)) is not { } units
        )
        {
            return null;
        }

        return new Draft
        {
            Queries =
            [
                new InspectionQuery
                {
                    Inspection = chaired.Inspection,
                    Units = units.Count > 0 ? UnitSet.Of([.. units.Select(u => u.Code)]) : UnitSet.All,
                    Period = period,
                    Aspect =
                        sentence.Has(Cue.Lead) || sentence.Has(Cue.Who) && !IsSuffered(sentence) ? InspectionAspect.Lead
                        : sentence.Has(Cue.When) ? InspectionAspect.Date
                        : asksUnits ? InspectionAspect.Units
                        : InspectionAspect.All,
                },
            ],
            Used = Used,
            Explained = Reform(sentence) | chaired.Explained,
        };
    }

    // "tỷ lệ … vào ngày kiểm tra 28/3": the day is that of the figure.
    private static bool IsDayOfFigure(QuestionParts parts) =>
        parts.Indicator is { LeftOver: 0 } topic
        && topic.Best[0].Full > 0
        && parts.Sentence.Has(Cue.Ask)
        && !parts.Sentence.Has(Cue.Lead)
        && !parts.Sentence.Has(Cue.Who)
        && !parts.Sentence.Has(Cue.When)
        && !parts.Sentence.Has(Cue.Which)
        && parts.Sentence.Cues.Any(c => c.Has(Cue.Inspect) && c.Has(Cue.Function));

    // "ngày 28/3 ai làm trưởng đoàn": teams are those of inspections.
    private static bool IsOfTeam(Sentence sentence) =>
        sentence.Cues.Any(c =>
            c.Has(Cue.Lead) && c.Length > 1 && sentence.Tokens[c.Start..c.End].Any(t => t.Plain is "doan" or "to" or "team")
        );

    // "who was inspected", "ai bị kiểm tra": the units, and not the team.
    private static bool IsSuffered(Sentence sentence) =>
        sentence.Has(Cue.Who)
        && !sentence.Has(Cue.Lead)
        && sentence.Units.Count == 0
        && sentence.Cues.Any(c =>
            c.Has(Cue.Inspect)
            && (
                sentence.Tokens[c.Start].Plain is "bi" or "duoc"
                || sentence.Peek(c.Start - 1) is { } before && (before.Word is "was" or "were" or "got" || before.Plain is "bi" or "duoc")
            )
        );

    // An inspection is always about the reform: its words, wherever names hold them, add nothing.
    private static ulong Reform(Sentence sentence)
    {
        ulong mask = 0;
        for (var i = 0; i < sentence.Content.Count && i < 64; i++)
        {
            if (
                sentence.Content[i].Term is "cai" or "cach" or "hanh" or "chinh" or "reform" or "administr" or "administrativ"
                || IsWork(sentence, i)
            )
            {
                mask |= 1UL << i;
            }
        }

        return mask;
    }

    // "công tác", and no "công an".
    private static bool IsWork(Sentence sentence, int at) =>
        sentence.Content[at].Term == "cong" && at + 1 < sentence.Content.Count && sentence.Content[at + 1].Term == "tac"
        || sentence.Content[at].Term == "tac" && at > 0 && sentence.Content[at - 1].Term == "cong";
}
