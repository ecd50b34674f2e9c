using Bot.Indicators;
using Bot.Indicators.Periods;
using Bot.Indicators.Proposals;

namespace Bot.Understanding.Statements;

/// <summary>Reads projects, how far they are and when they are expected to be finished.</summary>
internal sealed class ProjectReading(Scene scene)
{
    private const int ShortestName = 4;
    private const int LongestName = 40;
    private const int LongestCount = 5;

    public void Read(Clause clause, HashSet<Mark> taken)
    {
        if (clause.Marks.OfType<CueMark>().Where(c => c.Has(StatementCue.ProjectHead)).ToList() is not [var head])
        {
            return;
        }

        var end = NameEnd(clause, head.End);
        if (end - head.End < ShortestName || clause.Has(StatementCue.Doubt, clause.Passage.From, clause.Passage.To))
        {
            return;
        }

        var done = Done(clause, end);
        var outside = clause.Units(clause.Passage.From, head.Start).Concat(clause.Units(end, clause.Passage.To)).ToList();
        if (done is { } figure)
        {
            taken.Add(figure);
        }

        var owner = new Ownership(scene, clause).Of(outside, head.Start, clause.Passage.To);
        var last = clause.Passage.To - (clause.Prose.Tokens[clause.Passage.To - 1].Is('.') ? 1 : 0);
        if (owner.Left is { } open)
        {
            scene.Leave(head.Start, last, open.Reason, open.Named, open.Nearest);
            return;
        }

        if (owner.Units is not [var mark] || scene.Unit(mark, null) is not { } unit)
        {
            scene.Leave(head.Start, last, OpenReason.NoUnit, scene.Prose.Slice(head.Start, end));
            return;
        }

        var name = scene.Prose.Slice(head.End, end).Normalize().Replace('\u00d0', '\u0110');
        scene.Facts.Add(
            new ProposedProject
            {
                Quote = scene.Quote(head.Start, last),
                Unit = unit.Code,
                Name = char.ToUpperInvariant(name[0]) + name[1..],
                Progress = done?.Value,
                Expected = Expected(clause, end),
                AsOf = scene.AsOf,
            }
        );
        if (done is not null)
        {
            Progress(clause, done, unit, scene.Prose.Slice(head.Start, end).Normalize().Replace('\u00d0', '\u0110'));
        }
    }

    // The name goes on until a verb tells what became of the project.
    private static int NameEnd(Clause clause, int from)
    {
        var at = from;
        while (at < clause.Passage.To && at - from < LongestName)
        {
            var token = clause.Prose.Tokens[at];
            var stops =
                token.Sort == Text.TokenSort.Mark && !token.Is('-') && !token.Is('/')
                || clause.Over(at) is FigureMark
                || clause.Over(at) is CueMark cue
                    && cue.Start == at
                    && at > from + 1
                    && cue.Has(StatementCue.ProjectEnd | StatementCue.Expected | StatementCue.WorkDone)
                || clause.Over(at) is PeriodMark period && period.Start == at;
            if (stops)
            {
                break;
            }

            at++;
        }

        return at;
    }

    // "hoàn thành 60% công việc": the one per cent of the sentence that counts work.
    private static FigureMark? Done(Clause clause, int from)
    {
        var percents = clause
            .Figures.Where(f =>
                f.Start >= from && f.Sort == FigureSort.Percent && (f.Bound & (StatementCue.AtLeast | StatementCue.AtMost)) == 0
            )
            .ToList();
        if (percents is not [var only] || only.Value > 100)
        {
            return null;
        }

        var verb = clause.Cues(from, only.Start).LastOrDefault();
        var ahead = clause.Has(StatementCue.Plan | StatementCue.Target | StatementCue.Not | StatementCue.Expected, from, only.Start);
        var works = clause.Has(StatementCue.Works, from, Math.Min(clause.Passage.To, only.End + LongestCount));
        return !ahead && works && verb is not null && verb.End == only.Start && verb.Has(StatementCue.WorkDone) ? only : null;
    }

    private Period? Expected(Clause clause, int from)
    {
        var cue = clause.Cues(from, clause.Passage.To).FirstOrDefault(c => c.Has(StatementCue.Expected));
        var time = cue is null ? null : clause.Marks.OfType<PeriodMark>().FirstOrDefault(p => p.Start >= cue.End && p.Start <= cue.End + 2);
        return time is null || time.Mention.YearGuessed ? null : new Timing(scene, clause).PeriodOf(time);
    }

    private void Progress(Clause clause, FigureMark done, OrgUnit unit, string project)
    {
        var to = clause.After(done);
        var verb = clause.Cues(clause.Passage.From, done.Start).Last();
        if (scene.AsOf is not { } day || Measure() is not { } progress)
        {
            return;
        }

        scene.Facts.Add(
            new ProposedObservation
            {
                Quote = scene.Quote(verb.Start, to),
                Unit = unit.Code,
                Indicator = progress.Code,
                Basis = progress.Bases is [var only] ? only.Code : BasisCode.None,
                Period = Period.Day(day),
                Value = done.Value,
                Text = project,
                AsOf = day,
            }
        );
    }

    // The catalogue's rate whose name speaks of the progress of projects; null where it has none or several.
    private Indicator? Measure()
    {
        var named = scene
            .Lexicon.Catalogue.Indicators.Where(i =>
                i.Unit == MeasureUnit.Percent
                && StatementWords.Has(i.Names.Vietnamese, StatementCue.Works)
                && StatementWords.Has(i.Names.Vietnamese, StatementCue.ProjectHead)
            )
            .ToList();
        return named is [var only] ? only : null;
    }
}
