using Bot.Indicators.Periods;
using Bot.Indicators.Proposals;

namespace Bot.Understanding.Statements;

/// <summary>Reads the visit of a team: day, team, chair and units. What the text says after it is of that day.</summary>
internal sealed class InspectionReading(Scene scene)
{
    /// <summary>Reads the visit that a sentence tells of; false where it tells of none.</summary>
    public bool Read(Clause clause)
    {
        var (from, to) = (clause.Passage.From, clause.Passage.To);
        var team = clause.Cues(from, to).FirstOrDefault(c => c.Has(StatementCue.Team));
        var visit = clause.Cues(team?.End ?? to, to).FirstOrDefault(c => c.Has(StatementCue.Visit));
        var day = clause
            .Marks.OfType<PeriodMark>()
            .FirstOrDefault(p => p is { Compared: false, Mention: { Period.Kind: PeriodKind.Day, To: null, Until: false } });
        if (
            team is null
            || visit is null
            || day is null
            || day.Mention.YearGuessed && scene.Latest is null
            || clause.Has(StatementCue.NoVisit | StatementCue.Plan | StatementCue.Doubt, from, to)
        )
        {
            return false;
        }

        var units = clause.Units(visit.End, to);
        if (units.Count == 0 || units.Exists(u => u.Unknown is not null))
        {
            return false;
        }

        var date = day.Mention.Period.First;
        scene.Visit = date;
        var settled = units.ConvertAll(u => scene.Unit(u, day.Mention.Period));
        if (settled.Contains(null) || scene.Latest is { } latest && date > latest)
        {
            scene.Visit = null;
            return false;
        }

        scene.Inspected = units;
        scene.Turn(units.Count == 1 ? units : [], clause.Passage.Paragraph);
        var last = to - (scene.Prose.Tokens[to - 1].Is('.') ? 1 : 0);
        scene.Facts.Add(
            new ProposedInspection
            {
                Quote = scene.Quote(from, last),
                Date = date,
                Team = Team(clause, team, visit),
                Lead = Lead(clause),
                Units = [.. settled.Select(u => u!.Code)],
            }
        );
        return true;
    }

    private string Team(Clause clause, CueMark team, CueMark visit)
    {
        var end = team.End;
        while (end < visit.Start && !scene.Prose.Tokens[end].Is(',') && !IsEnd(clause, end))
        {
            end++;
        }

        return Plain(scene.Prose.Slice(team.Start, end));
    }

    private static bool IsEnd(Clause clause, int at) =>
        clause.Over(at) is CueMark cue
        && cue.Has(StatementCue.Of | StatementCue.Person | StatementCue.Lead | StatementCue.Visit)
        && !IsOwn(clause, cue);

    private static bool IsOwn(Clause clause, CueMark cue) => clause.Prose.Tokens[cue.Start].Key == "cua3";

    // "do ông …, Phó Trưởng đoàn …, chủ trì"; "do bà … làm Trưởng đoàn"
    private string Lead(Clause clause)
    {
        var person = clause.Cues(clause.Passage.From, clause.Passage.To).FirstOrDefault(c => c.Has(StatementCue.Person));
        var lead = person is null ? null : clause.Cues(person.End, clause.Passage.To).FirstOrDefault(c => c.Has(StatementCue.Lead));
        return person is null || lead is null ? "" : Plain(scene.Prose.Slice(person.End, lead.Start)).Trim(' ', ',', '-');
    }

    private static string Plain(string words) => words.Normalize().Replace('\u00d0', '\u0110').Trim(' ', ',');
}
