using Bot.Indicators.Periods;

namespace Bot.Understanding.Statements;

/// <summary>Follows whom and which time a text speaks of, from sentence to sentence.</summary>
internal sealed class Subjects(Scene scene)
{
    // Whom a list speaks of, while one item of it speaks of somebody else.
    private IReadOnlyList<UnitMark>? _meanwhile;

    /// <summary>Takes what a sentence begins with: "Tại Sở Y tế, …", "Năm 2019, …", "2 đơn vị …".</summary>
    public void Lead(Clause clause)
    {
        var (from, to) = (clause.Passage.From, clause.Passage.To);
        if (_meanwhile is { } before && scene.Prose.IsItem(from))
        {
            scene.Turn(before, clause.Passage.Paragraph);
        }

        // "- Riêng xã Phước Long, …": the next item is of the list's unit again.
        _meanwhile =
            scene.Prose.IsItem(from)
            && !scene.Prose.Tokens[to - 1].Is(':')
            && clause.Over(clause.FirstWord) is CueMark part
            && part.Has(StatementCue.At)
            && part.Has(StatementCue.PartScope)
                ? scene.Topic
                : null;
        foreach (var mark in clause.Marks)
        {
            if (mark is FigureMark)
            {
                break;
            }

            // "Báo cáo với Đoàn, 10 tháng năm 2023, …"
            if (
                mark is PeriodMark { Compared: false, Mention.Until: false } time
                && IsLead(clause, clause.Before(mark.Start, from), mark.Start)
            )
            {
                scene.Turn(
                    Timing.PeriodOf(scene, time),
                    clause.Passage.Paragraph,
                    scene.IsTopicOf(clause.Passage.Paragraph) ? scene.Topic : null
                );
            }

            if (!IsLead(clause, from, mark.Start))
            {
                continue;
            }

            if (mark is UnitMark { Aside: false } unit)
            {
                scene.Turn(Row(clause, unit), clause.Passage.Paragraph);
                return;
            }
        }

        if (clause.Units(from, to).Count > 0)
        {
            return;
        }

        if ((scene.Those(clause.Cues(from, to), StatementCue.ThoseUnits) ?? LeadingGroup(clause)) is { Count: > 0 } those)
        {
            scene.Turn(those, clause.Passage.Paragraph);
        }
        else if (
            clause.Marks is [CueMark first, ..]
            && first.Start == clause.FirstWord
            && first.Has(StatementCue.ThatKind)
            && scene.Earlier(first) is { } earlier
        )
        {
            scene.Turn([earlier], clause.Passage.Paragraph);
        }
    }

    /// <summary>Takes what a title names: the one time in it is that of the text.</summary>
    public void Title(Clause clause)
    {
        Follow(clause);
        if (
            clause.Marks.OfType<PeriodMark>().ToList()
            is [{ Sort: TimeSort.Stated, Mention: { Until: false, To: null, YearGuessed: false } mention }]
        )
        {
            scene.Title(mention.Period);
        }
    }

    /// <summary>Takes a unit that a sentence named further on: the first is what the text is about, another one makes that uncertain.</summary>
    public void Follow(Clause clause)
    {
        Announce(clause);
        Remember(clause);
        if (clause.Units(clause.Passage.From, clause.Passage.To) is not [var only] || scene.Topic.Any(t => t.IsSame(only)))
        {
            return;
        }

        if (scene.Topic.Count == 0 && !scene.IsTold)
        {
            scene.Turn([only], clause.Passage.Paragraph);
        }
        // A project's name may hold a place.
        else if (clause.Figures.Any() && !clause.Has(StatementCue.ProjectHead, clause.Passage.From, clause.Passage.To))
        {
            scene.Turn([], clause.Passage.Paragraph);
        }
    }

    // Reports on a quarter are cut on the 14th of its last month.
    private const int CutOff = 21;

    // "Sở Nội vụ thông tin kết quả … quý II-2024": a sentence without numbers may tell of which past time those of the text are.
    private void Announce(Clause clause)
    {
        if (
            !clause.Figures.Any()
            && !clause.Has(NoTime, clause.Passage.From, clause.Passage.To)
            && clause.Marks.OfType<PeriodMark>().ToList()
                is [{ Sort: TimeSort.Stated, Mention: { Until: false, To: null, YearGuessed: false } mention }]
            && mention.Period.Kind != PeriodKind.Day
            && scene.Latest is { } latest
            && IsOver(mention.Period, latest)
        )
        {
            scene.Title(mention.Period);
        }
    }

    // "Tại Sở Y tế, 9 tháng đầu năm tiếp nhận …": what the paragraph goes on with, of the same unit, is of that time.
    private void Remember(Clause clause)
    {
        if (!clause.Figures.Any() || clause.Has(NoResult, clause.Passage.From, clause.Passage.To))
        {
            return;
        }

        var times = clause
            .Marks.OfType<PeriodMark>()
            .Where(p =>
                p is { Compared: false, Mention.Until: false }
                && !clause.Has(StatementCue.PlanHead, clause.Before(p.Start, clause.Passage.From), p.Start)
            )
            .Select(p => Timing.PeriodOf(scene, p))
            .Where(p => p is null || scene.Latest is not { } latest || IsOver(p, latest))
            .Distinct()
            .ToList();
        if (times.Count > 0 && !scene.Speaks(times[0], clause.Passage.Paragraph))
        {
            // "Tại Sở Y tế, 9 tháng …" is of that unit alone, "9 tháng đầu năm, Sở Y tế …" of all that follow.
            var first = clause.Marks.OfType<PeriodMark>().First(p => p is { Compared: false, Mention.Until: false });
            var of = clause.Units(clause.Passage.From, first.Start);
            var pointed = scene.Topic is [var topic] && scene.IsPointedAt(clause.Cues(clause.Passage.From, first.Start), topic);
            scene.Turn(
                times is [var only] ? only : null,
                clause.Passage.Paragraph,
                of.Count > 0 ? of
                    : pointed || scene.IsTopicOf(clause.Passage.Paragraph) ? scene.Topic
                    : null
            );
        }
    }

    /// <summary>Whether a period had ended, or nearly so, on a day: what a text says of one that is far from over is no result of it.</summary>
    public static bool IsOver(Period period, DateOnly latest) => period.First <= latest && period.Last.AddDays(-CutOff) <= latest;

    private const StatementCue NoResult =
        StatementCue.Target | StatementCue.EarlierPeriod | StatementCue.Plan | StatementCue.Expected | StatementCue.ProjectHead;

    private const StatementCue NoTime =
        StatementCue.PlanHead | StatementCue.Plan | StatementCue.Target | StatementCue.Recommendation | StatementCue.EarlierPeriod;

    private IReadOnlyList<UnitMark>? LeadingGroup(Clause clause) =>
        clause.Marks.OfType<CueMark>().FirstOrDefault(c => c.Has(StatementCue.AnyUnits)) is { } any
        && IsLead(clause, clause.Passage.From, any.Start)
            ? scene.Those(clause.Cues(clause.Passage.From, clause.Passage.To), StatementCue.AnyUnits)
            : null;

    private static bool IsLead(Clause clause, int from, int to) =>
        clause
            .Content(from, to)
            .TrueForAll(at => clause.IsSmall(at) || clause.Over(at) is CueMark cue && cue.Has(StatementCue.Turn | StatementCue.Visit));

    // "Sở Y tế và Sở Xây dựng …"
    private static List<UnitMark> Row(Clause clause, UnitMark first)
    {
        List<UnitMark> row = [first];
        foreach (var next in clause.Marks.OfType<UnitMark>().Where(u => u.Start > first.Start))
        {
            if (next.Start - row[^1].End > 1 || next.Aside)
            {
                break;
            }

            row.Add(next);
        }

        return row;
    }
}
