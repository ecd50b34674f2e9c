using Bot.Indicators.Obligations;
using Bot.Indicators.Periods;
using Bot.Indicators.Proposals;
using Bot.Understanding.Lexicons;

namespace Bot.Understanding.Statements;

/// <summary>Reads which plans and reports were issued, with number and day, and which are missing.</summary>
internal sealed class ObligationReading(Scene scene)
{
    private const int MostTerms = 60;

    public void Read(Clause clause, HashSet<Mark> taken)
    {
        if (scene.IsAsked(clause.Passage))
        {
            return;
        }

        foreach (var piece in Pieces.Of(clause))
        {
            var heads = clause.Cues(piece.From, piece.To).Where(c => c.Has(StatementCue.PlanHead)).ToList();
            var verb = clause
                .Cues(clause.Passage.From, piece.To)
                .LastOrDefault(c => c.Has(StatementCue.Issue | StatementCue.Lacks | StatementCue.InFull));
            if (heads.Count == 0 || verb is null || verb.Start > heads[0].Start && verb.Start >= piece.From && !IsPassive(clause, verb))
            {
                continue;
            }

            foreach (var mark in clause.Marks)
            {
                if (mark.Start >= piece.From && mark.End <= piece.To && mark is FigureMark)
                {
                    taken.Add(mark);
                }
            }

            // "kế hoạch … năm 2023, kế hoạch … năm 2023 và kế hoạch …": one verb, several plans. A name may hold the word again.
            List<CueMark> first = [heads[0], .. heads.Skip(1).Where(h => clause.IsBoundary(h.Start - 1) || IsAnd(clause, h.Start - 1))];
            for (var i = 0; i < first.Count; i++)
            {
                var from = i == 0 ? piece.From : first[i].Start;
                var to = i + 1 < first.Count ? first[i + 1].Start - 1 : piece.To;
                Read(clause, new(from, to), first[i], verb);
            }
        }
    }

    private static bool IsAnd(Clause clause, int at) => clause.Prose.Tokens[at].Key == "va2";

    // "Kế hoạch … đến nay chưa được ban hành"
    private static bool IsPassive(Clause clause, CueMark verb) =>
        Enumerable.Range(verb.Start, verb.End - verb.Start).Any(at => clause.Prose.Tokens[at].Key == "đươc5");

    private void Read(Clause clause, Piece piece, CueMark head, CueMark verb)
    {
        if (
            clause.Has(StatementCue.Late | StatementCue.Doubt, clause.Passage.From, piece.To)
            || clause.Has(StatementCue.Plan | StatementCue.Target, clause.PartStart(piece.From), head.Start)
            || clause.Has(StatementCue.Recommendation, clause.Passage.From, head.Start)
            || clause.Has(StatementCue.Not, clause.PartStart(piece.From), head.Start) && !verb.Has(StatementCue.Lacks)
        )
        {
            return;
        }

        var full = clause.Has(StatementCue.InFull, piece.From, piece.To);
        // "Kế hoạch … được ban hành đúng thời gian": the name ends at the verb.
        var named = IsPassive(clause, verb) && verb.Start > head.Start && verb.End <= piece.To ? verb.Start : piece.To;
        if (Type(clause, head, named) is not { } type)
        {
            return;
        }

        var owner = new Ownership(scene, clause).Of(piece.From, piece.To);
        if (owner.Left is { } open)
        {
            scene.Leave(piece.From, piece.To, open.Reason, open.Named, open.Nearest);
            return;
        }

        if (Time(clause, head, piece, full) is not { } period)
        {
            scene.Leave(piece.From, piece.To, OpenReason.NoPeriod, type.Names.Vietnamese);
            return;
        }

        var issued = !verb.Has(StatementCue.Lacks);
        var sign = issued ? clause.Marks.OfType<SignMark>().FirstOrDefault(s => s.Start >= head.Start && s.End <= piece.To) : null;
        var day = sign is null ? null : DayAfter(clause, sign, piece.To) ?? DayBefore(clause, verb);
        foreach (var mark in owner.Units)
        {
            // Where nothing dates the text, the unit is the one that issued the plan, or owed it.
            if (
                scene.Unit(
                    mark,
                    scene.AsOf is not null ? null
                        : day is { } on ? Period.Day(on)
                        : period
                )
                is not { } unit
            )
            {
                scene.Leave(piece.From, piece.To, OpenReason.NoUnit, scene.Prose.Slice(mark.Start, mark.End));
                continue;
            }

            scene.Facts.Add(
                new ProposedObligation
                {
                    Quote = scene.Quote(Math.Max(piece.From, Math.Min(verb.Start, head.Start)), piece.To),
                    Unit = unit.Code,
                    Type = type.Code,
                    Period = period,
                    Issued = issued,
                    DocumentNumber = sign?.Number ?? "",
                    IssuedOn = day,
                }
            );
        }
    }

    // "kế hoạch chuyển đổi số năm 2023"; where several types are named as wholes, the one that explains most.
    private ObligationType? Type(Clause clause, CueMark head, int to)
    {
        var terms = new List<ContentTerm>();
        // The time is a part of some names ("báo cáo … quý").
        for (var at = head.Start; at < to && !IsNextDeed(clause, head, at); at++)
        {
            if (clause.Over(at) is not (UnitMark or FigureMark or SignMark) && scene.Prose.Tokens[at].Sort != Text.TokenSort.Mark)
            {
                Terms.Add(terms, scene.Prose.Tokens[at], at);
            }
        }

        if (terms.Count > MostTerms)
        {
            return null;
        }

        Terms.Joined(terms);
        var covers = scene
            .Lexicon.Topics.Cover(terms, Strengths.Exact)
            .Where(c => c.Topic.Sort == TopicSort.ObligationType && c.Full != 0)
            .ToList();
        if (covers.Count == 0)
        {
            return null;
        }

        var most = covers.Max(c => System.Numerics.BitOperations.PopCount(c.Full));
        covers.RemoveAll(c => System.Numerics.BitOperations.PopCount(c.Full) < most);
        if (covers is not [var only])
        {
            return null;
        }

        // A word between "kế hoạch" and the name makes it another plan.
        var must = 0UL;
        for (var i = 0; i < terms.Count; i++)
        {
            must |= terms[i].Grammar || clause.IsSmall(terms[i].Token) || IsWork(terms[i].Token) ? 0 : 1UL << i;
        }

        return (must & ~only.Own) == 0 ? scene.Lexicon.Catalogue.ObligationTypes[only.Topic.Index] : null;

        bool IsWork(int at) =>
            clause.Over(at) is PeriodMark
            || clause.Over(at) is CueMark cue
                && cue.Has(
                    StatementCue.PlanHead
                        | StatementCue.Issue
                        | StatementCue.Lacks
                        | StatementCue.Achievement
                        | StatementCue.InFull
                        | StatementCue.Visit
                        | StatementCue.ItemStart
                );
    }

    // "… về cải cách hành chính năm 2024 và phân công nhiệm vụ …": after its time and "và" another verb is no part of the name.
    private static bool IsNextDeed(Clause clause, CueMark head, int at) =>
        IsAnd(clause, at)
        && at + 1 < clause.Passage.To
        && clause.Over(at + 1) is CueMark verb
        && verb.Has(StatementCue.ItemStart)
        && !verb.Has(StatementCue.PlanHead)
        && clause.Over(at - 1) is PeriodMark time
        && time.Start > head.Start;

    private Period? Time(Clause clause, CueMark head, Piece piece, bool full)
    {
        var named = clause
            .Marks.OfType<PeriodMark>()
            .Where(p => p.Start >= head.Start && p.End <= piece.To && p.Mention.Period.Kind != PeriodKind.Day)
            .ToList();
        if (named.Count > 1)
        {
            return null;
        }

        if (named is [var only])
        {
            return new Timing(scene, clause).PeriodOf(only);
        }

        // "ban hành đầy đủ các kế hoạch" of a year is said in that year.
        return full && scene.AsOf is { } day ? Period.Year(day.Year) : null;
    }

    // "Ngày 03/4/2023, Sở Y tế đã ban hành Kế hoạch số 35/KH-SYT": the one day of a sentence with the one paper.
    private static DateOnly? DayBefore(Clause clause, CueMark verb) =>
        clause.Marks.OfType<SignMark>().Count() == 1
        && clause.Marks.OfType<PeriodMark>().Where(p => p.Mention.Period.Kind == PeriodKind.Day).ToList()
            is [{ Sort: TimeSort.Stated, Mention: { Until: false, To: null, YearGuessed: false } mention } only]
        && only.End <= verb.Start
            ? mention.Period.First
            : null;

    private static DateOnly? DayAfter(Clause clause, SignMark sign, int to)
    {
        var day = clause
            .Marks.OfType<PeriodMark>()
            .FirstOrDefault(p => p.Start >= sign.End && p.Start <= sign.End + 1 && p.End <= to && p.Mention.Period.Kind == PeriodKind.Day);
        return day is { Mention: { YearGuessed: false, Period: var period } } ? period.First : null;
    }
}
