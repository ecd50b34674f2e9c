using Bot.Indicators.Periods;

namespace Bot.Understanding.Statements;

/// <summary>Follows whom and which time a text speaks of, from sentence to sentence.</summary>
internal sealed class Subjects(Scene scene)
{
    /// <summary>Takes what a sentence begins with: "Tại Sở Y tế, …", "Năm 2019, …", "2 đơn vị …".</summary>
    public void Lead(Clause clause)
    {
        var (from, to) = (clause.Passage.From, clause.Passage.To);
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
                scene.Turn(Timing.PeriodOf(scene, time), clause.Passage.Paragraph);
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
            && first.Start == from
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
            && mention.Period.Last <= latest
        )
        {
            scene.Title(mention.Period);
        }
    }

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
