using Bot.Indicators;
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
        var visit =
            clause.Cues(team?.End ?? to, to).FirstOrDefault(c => c.Has(StatementCue.Visit))
            ?? clause.Cues(from, to).FirstOrDefault(c => c.Has(StatementCue.Visit));
        // "Thực hiện Kế hoạch số … ngày …, ngày 04/6, Đoàn kiểm tra …": the day nearest before the team, and no paper's.
        var days = clause
            .Marks.OfType<PeriodMark>()
            .Where(p => p is { Sort: TimeSort.Stated, Mention: { Period.Kind: PeriodKind.Day, Until: false } } && !IsOfPaper(clause, p))
            .ToList();
        var day = days.LastOrDefault(p => p.Start < (team ?? visit)?.Start) ?? days.FirstOrDefault();
        if (
            visit is null
            || day is null
            || day.Mention.YearGuessed && scene.Latest is null
            || scene.Latest is { } latest && day.Mention.Period.First > latest
            || clause.Has(StatementCue.NoVisit | StatementCue.Plan | StatementCue.Doubt, from, to)
        )
        {
            Undated(clause);
            return false;
        }

        // "Sở Nội vụ kiểm tra công tác CCHC tại UBND phường …": who inspects stands before, who is inspected after.
        var byUnit = team is null && clause.Units(from, visit.Start).Count == 1;
        var units = byUnit || team is not null && visit.Start >= team.Start ? clause.Units(visit.End, to) : [];
        units = units.Count > 0 || team is null || visit.Start < team.Start ? units : clause.Units(from, team.Start);

        // "Tại buổi kiểm tra ngày 18-7, Đoàn kiểm tra …", "Ngày kiểm tra: 03/10/2023": of the unit that the text is about.
        var brief = units.Count == 0 && scene.Visit is null && (day.Start - visit.End) is 0 or 1;
        if (brief)
        {
            units = [.. scene.Topic];
        }

        if (units.Count == 0)
        {
            return false;
        }

        scene.Visit = (day.Mention.To ?? day.Mention.Period).Last;
        scene.VisitTookDays = day.Mention.To is not null;
        if (!brief)
        {
            scene.Inspected = units;
            scene.Turn(units.Count == 1 ? units : [], clause.Passage.Paragraph);
            if (units.Count == 1)
            {
                scene.Arrive(units[0]);
            }
        }

        var settled = units.ConvertAll(u => scene.Unit(u, day.Mention.Period));
        if (units.Find(u => u.Unknown is not null) is { } stranger)
        {
            scene.Leave(
                from,
                to,
                OpenReason.UnknownUnit,
                stranger.Unknown!,
                [.. scene.Lexicon.NearestUnits.To(stranger.Unknown!).Select(n => n.Vietnamese)]
            );
        }
        else if (!settled.Contains(null) && day.Mention.To is null)
        {
            File(clause, team, visit, [.. settled.Select(u => u!.Code)]);
        }

        return !brief;
    }

    // "Sở Nội vụ thông báo kết quả kiểm tra … tại A, B và C": whom the text is about, though not since which day.
    private void Undated(Clause clause)
    {
        var visit = clause
            .Cues(clause.Passage.From, clause.Passage.To)
            .FirstOrDefault(c => c.Has(StatementCue.Visit) || scene.Prose.Tokens[c.End - 1].Key == "tra");
        if (
            visit is null
            || scene.Visit is not null
            || scene.Inspected.Count > 0
            || clause.Figures.Any()
            || clause.Has(StatementCue.NoVisit | StatementCue.Plan | StatementCue.Doubt, clause.Passage.From, clause.Passage.To)
            || clause.Cues(visit.End, clause.Passage.To).FirstOrDefault(c => c.Has(StatementCue.At)) is not { } at
            || clause.Units(at.End, clause.Passage.To) is not { Count: > 1 } units
            || !units.TrueForAll(u => u.Unknown is null)
        )
        {
            return;
        }

        scene.Inspected = units;
        scene.Turn([], clause.Passage.Paragraph);
    }

    private static bool IsOfPaper(Clause clause, PeriodMark day) =>
        clause.Marks.OfType<SignMark>().Any(s => s.End <= day.Start && day.Start - s.End <= 1);

    private void File(Clause clause, CueMark? team, CueMark visit, List<OrgUnitCode> units)
    {
        var last = clause.Passage.To - (scene.Prose.Tokens[clause.Passage.To - 1].Is('.') ? 1 : 0);
        scene.Facts.Add(
            new ProposedInspection
            {
                Quote = scene.Quote(clause.Passage.From, last),
                Date = scene.Visit!.Value,
                Team = team is null ? "" : Team(clause, team, visit),
                Lead = Lead(clause),
                Units = [.. units],
            }
        );
    }

    private string Team(Clause clause, CueMark team, CueMark visit)
    {
        var end = team.End;
        while (
            end < (visit.Start > team.Start ? visit.Start : clause.Passage.To) && !scene.Prose.Tokens[end].Is(',') && !IsEnd(clause, end)
        )
        {
            end++;
        }

        return Plain(scene.Prose.Slice(team.Start, end));
    }

    private static bool IsEnd(Clause clause, int at) =>
        clause.Over(at) is CueMark cue
        && cue.Has(StatementCue.Of | StatementCue.Person | StatementCue.Lead | StatementCue.Visit | StatementCue.Speech)
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
