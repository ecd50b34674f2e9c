using Bot.Indicators;
using Bot.Indicators.Queries;
using Bot.Understanding.Lexicons;
using Bot.Understanding.Questions;
using Bot.Understanding.Questions.Frames;

namespace Bot.Understanding.Dialogues;

/// <summary>The follow-ups on what is no figure: plans and reports, remarks, inspections, projects, definitions, a unit at a glance.</summary>
internal static class RecordShapes
{
    private static readonly CueSet Remarks = Draft.Cues(
        Cue.Achievement,
        Cue.Limitation,
        Cue.Recommendation,
        Cue.AnyFinding,
        Cue.Inspect,
        Cue.Remind,
        Cue.Must
    );

    public static (IReadOnlyList<StoreQuery> Queries, CueSet Used) Of(Edit edit) =>
        edit.Period is { Ends: not null } or { Against: true }
            ? ([], new CueSet())
            : edit.Last switch
            {
                ObligationsQuery q => (Obligations(edit, q), ObligationsFrame.Duties),
                FindingsQuery when AsksWhoInspected(edit) => (
                    [Inspection(edit, new InspectionQuery { Units = edit.Before.Units!, Period = edit.Before.Period })],
                    Draft.Cues(Cue.Inspect, Cue.Lead, Cue.Who, Cue.When)
                ),
                FindingsQuery q => ([Findings(edit, q)], Remarks),
                InspectionQuery q => ([Inspection(edit, q)], Draft.Cues(Cue.Inspect, Cue.Lead, Cue.Who, Cue.When, Cue.Which, Cue.AnyUnits)),
                ProjectsQuery q when edit.Units.IsNamed || !edit.Period.IsNamed => (
                    [Projects(edit, q)],
                    Draft.Cues(Cue.ProjectHead, Cue.Progress, Cue.When, Cue.Done)
                ),
                CoverageQuery q => ([q with { Units = edit.After.Units!, Period = edit.After.Period }], Draft.Cues(Cue.Covered, Cue.Not)),
                ProfileQuery when edit.After.Unit is { } unit && !edit.Period.IsNamed => (
                    [new ProfileQuery { Unit = unit }],
                    CueSet.Of(Cue.Profile)
                ),
                DefineQuery when edit.Topic.Types is [var type] => ([new DefineQuery { ObligationType = type }], CueSet.Of(Cue.Define)),
                DefineQuery when edit.Topic.Readings is [({ } indicator, _)] => (
                    [new DefineQuery { Indicator = indicator }],
                    CueSet.Of(Cue.Define)
                ),
                _ => ([], new CueSet()),
            };

    private static List<StoreQuery> Obligations(Edit edit, ObligationsQuery last)
    {
        var kept = last with { Units = edit.After.Units!, Period = edit.After.Period };
        if (edit.Says(Cue.DropCondition))
        {
            kept = kept with { States = [], DueFrom = null, DueTo = null };
        }

        if (edit.Topic.Types.IsEmpty)
        {
            return [Asked(edit, kept)];
        }

        return [.. edit.Topic.Types.Select(t => Asked(edit, kept with { Types = [t] }))];
    }

    // What is asked of them now; states that are not asked anew stay.
    private static ObligationsQuery Asked(Edit edit, ObligationsQuery kept)
    {
        Cue[] asking = [Cue.Issue, Cue.Missing, Cue.Late, Cue.Overdue, Cue.Waived, Cue.Deadline, Cue.DueSoon, Cue.DocumentNumber, Cue.When];
        if (!asking.Any(edit.Says))
        {
            // "đơn vị nào chưa?" after whether one has issued it.
            var asksWho = edit.Says(Cue.Which) || edit.Says(Cue.Who) || edit.Parts.Kind is not null;
            // "who has not?" asks for others than the one spoken of.
            kept =
                edit.Says(Cue.Who) && edit.Says(Cue.Not) && !edit.Units.IsNamed && kept.Units.Only is not null
                    ? kept with
                    {
                        Units = UnitSet.All,
                    }
                    : kept;
            return kept.Units.Only is null && asksWho && edit.Says(Cue.Not)
                ? kept with
                {
                    Aspect = default,
                    States = ObligationsFrame.NotIssued,
                }
                : kept;
        }

        var types = kept.Types.Select(t => edit.Sentence.Catalogue[t]).ToList();
        var made = ObligationsFrame.Make(edit.Parts, edit.Topic.Explained, kept.Units, [.. types]) with { Period = kept.Period };
        return made.States.IsEmpty && made.Aspect != ObligationAspect.Issued
            ? made with
            {
                States = kept.States,
                DueFrom = kept.DueFrom,
                DueTo = kept.DueTo,
            }
            : made;
    }

    // "đoàn nào kiểm tra vậy?"
    private static bool AsksWhoInspected(Edit edit) =>
        edit.Says(Cue.Lead) || edit.Says(Cue.Inspect) && (edit.Says(Cue.Who) || edit.Says(Cue.Which) || edit.Says(Cue.When));

    private static FindingsQuery Findings(Edit edit, FindingsQuery last)
    {
        var (achievement, limitation) = (edit.Says(Cue.Achievement), edit.Says(Cue.Limitation));
        var kept = last with
        {
            Units = edit.After.Units!,
            Period = edit.After.Period,
            Polarity =
                achievement && limitation ? null
                : achievement ? Polarity.Achievement
                : limitation ? Polarity.Limitation
                : edit.Says(Cue.Recommendation) ? Polarity.Recommendation
                : edit.Says(Cue.AnyFinding) ? null
                : last.Polarity,
        };
        return edit.Says(Cue.DropCondition) ? kept with { Inspection = null, Area = null, About = null } : kept;
    }

    private static InspectionQuery Inspection(Edit edit, InspectionQuery last) =>
        last with
        {
            Units = edit.After.Units!,
            Period = edit.After.Period,
            // Another unit or time is another inspection.
            Inspection = edit.Units.IsNamed || edit.Period.IsNamed ? null : last.Inspection,
            Aspect =
                edit.Says(Cue.Lead) || edit.Says(Cue.Who) ? InspectionAspect.Lead
                : edit.Says(Cue.When) ? InspectionAspect.Date
                : edit.Says(Cue.Which) && edit.Says(Cue.AnyUnits) ? InspectionAspect.Units
                : last.Aspect,
        };

    private static ProjectsQuery Projects(Edit edit, ProjectsQuery last) =>
        last with
        {
            Units = edit.After.Units!,
            Project = edit.Units.IsNamed ? null : last.Project,
            Aspect =
                edit.Says(Cue.When) ? ProjectAspect.Expected
                : edit.Says(Cue.Progress) || edit.Says(Cue.Done) ? ProjectAspect.Progress
                : last.Aspect,
        };
}
