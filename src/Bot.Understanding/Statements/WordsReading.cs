using Bot.Indicators;
using Bot.Indicators.Proposals;

namespace Bot.Understanding.Statements;

/// <summary>Reads values that a text gives in words only: "… đạt thấp", "chưa thực hiện ký số 2 lớp".</summary>
internal sealed class WordsReading(Scene scene)
{
    private const StatementCue NoFact =
        StatementCue.Recommendation
        | StatementCue.Plan
        | StatementCue.Target
        | StatementCue.Doubt
        | StatementCue.EarlierPeriod
        | StatementCue.OtherScope
        | StatementCue.PlanHead;

    public void Read(Clause clause)
    {
        foreach (var piece in Pieces.Of(clause))
        {
            var words = clause.Cues(piece.From, piece.To).FirstOrDefault(c => c.Has(StatementCue.Words));
            if (
                words is null
                || clause.Figures.Any(f => f.Start >= piece.From && f.End <= piece.To)
                || clause.Cues(clause.Passage.From, piece.From).Any(c => c.Has(StatementCue.Recommendation))
            )
            {
                continue;
            }

            var named = Named(clause, piece.From, piece.To);
            var said = clause.Cues(piece.From, piece.To).Where(c => c != words && !named.Exists(n => n.Explained.Contains(c.Start)));
            if (named.Count > 0 && !said.Any(c => c.Has(NoFact)))
            {
                File(clause, piece, words, named);
            }
        }
    }

    // "số lượng hồ sơ sử dụng dịch vụ công trực tuyến và bưu chính công ích còn ít": the words hold for both.
    private List<NamedIndicator> Named(Clause clause, int from, int to)
    {
        if (Find(clause, from, to) is { } only)
        {
            return [only];
        }

        for (var at = from + 1; at < to - 1; at++)
        {
            if (
                scene.Prose.Tokens[at].Key == "va2"
                && Find(clause, from, at) is { } first
                && Find(clause, at + 1, to) is { } second
                && first.Indicator != second.Indicator
            )
            {
                return [first, second];
            }
        }

        return [];
    }

    private NamedIndicator? Find(Clause clause, int from, int to) =>
        scene.Indicators.Of(
            clause.Content(from, to),
            at => clause.IsSmall(at) || clause.Over(at) is CueMark cue && cue.Has(StatementCue.Words | StatementCue.Turn),
            static _ => true
        )
            is { Whole: true } named
            ? named
            : null;

    private void File(Clause clause, Piece piece, CueMark words, List<NamedIndicator> named)
    {
        var owner = new Ownership(scene, clause).Of(piece.From, piece.To);
        var time = clause.Marks.OfType<PeriodMark>().Where(p => p.Start >= piece.From && p.End <= piece.To && !p.Compared).ToList();
        var period =
            time is [var only] ? new Timing(scene, clause).PeriodOf(only)
            : time.Count == 0 ? scene.StateNear(clause.Passage.Paragraph)
            : null;
        if (owner.Left is not null || period is null)
        {
            return;
        }

        var rate = clause.Has(StatementCue.Rate, piece.From, piece.To);
        foreach (var mark in owner.Units)
        {
            if (scene.Unit(mark, period) is not { } unit)
            {
                continue;
            }

            foreach (var name in named)
            {
                scene.Facts.Add(
                    new ProposedObservation
                    {
                        Quote = scene.Quote(Remark.Start(clause, piece), piece.To),
                        Unit = unit.Code,
                        Indicator = name.Indicator.Code,
                        // Words that are no rate have a basis only where they name it.
                        Basis = name.BasisSaid || rate && name.Indicator.Bases.Count == 1 ? name.Basis ?? BasisCode.None : BasisCode.None,
                        Period = period,
                        Text = scene.Prose.Slice(words.Start, words.End).Normalize(),
                        AsOf = scene.AsOf,
                    }
                );
            }
        }
    }
}
