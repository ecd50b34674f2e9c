using Bot.Indicators;
using Bot.Indicators.Periods;
using Bot.Indicators.Proposals;

namespace Bot.Understanding.Statements;

/// <summary>Reads the numbers of a sentence: each is filed with unit, indicator, basis and time, or left open with what is missing.</summary>
internal sealed class FigureReading(Scene scene)
{
    // A name may hold a comma, hardly two.
    private const int MostSegments = 3;

    private readonly AnnouncedIndex _index = new(scene);
    private Clause _clause = null!;
    private Phrase? _previous;
    private List<int> _noun = [];
    private Owner? _owner;
    private int _part = -1;

    // What the names of the sentence's numbers so far consist of.
    private readonly HashSet<int> _explained = [];

    /// <summary>Reads the numbers that no other reader has taken.</summary>
    public void Read(Clause clause, HashSet<Mark> taken)
    {
        (_clause, _previous, _noun, _owner) = (clause, null, [], null);
        _part = BeginsWithPart(clause) ? clause.Passage.Paragraph : _part;
        _explained.Clear();
        _index.Take(clause);
        var least = clause.Passage.From;
        foreach (var figure in clause.Figures.ToList())
        {
            if (!taken.Contains(figure))
            {
                Read(figure, least);
            }

            least = Math.Max(figure.End, clause.After(figure));
        }
    }

    private void Read(FigureMark figure, int least)
    {
        var to = _clause.After(figure);
        var from = Start(figure, least);
        _noun = NounAfter(figure) ?? NounAhead(figure) ?? _noun;
        var phrase = Named(figure, from, least, to);
        var reason = Reject(figure, phrase, least, to) ?? Place(figure, phrase);
        if (reason is { } open)
        {
            scene.Leave(phrase.From, phrase.To, open.Reason, open.Named, open.Nearest);
        }

        _explained.UnionWith(phrase.Named?.Explained ?? []);
        // A difference stands between a thing and its next value.
        _previous = figure.Sort == FigureSort.Change ? _previous : phrase;
    }

    // The nearest boundary that leaves words before the number; "Tại Sở Y tế, đạt 90%" has none after its comma.
    private int Start(FigureMark figure, int least)
    {
        var from = _clause.Before(figure.Start, least);
        while (from - 1 > least && _clause.IsBare(from, figure.Start) && !IsClosed(from - 1))
        {
            from = _clause.Before(from - 1, least);
        }

        return from;
    }

    private bool IsClosed(int at) => scene.Prose.Tokens[at].Is('(') || scene.Prose.Tokens[at].Is(';');

    private Phrase Named(FigureMark figure, int from, int least, int to)
    {
        var right = _clause.Content(figure.End, to);
        var start = from;
        for (var segment = 0; segment < MostSegments; segment++)
        {
            // "… còn thấp, mới đạt 21%": the judgement before the number is no part of the name.
            var longer = _clause.Content(start, figure.Start);
            if (segment > 0)
            {
                longer.RemoveAll(at =>
                    _clause.Over(at) is CueMark judged
                    && judged.Has(StatementCue.Words | StatementCue.Limitation)
                    && judged.End < _clause.Passage.To
                    && scene.Prose.Tokens[judged.End].Is(',')
                );
            }

            if (!IsShareOf(figure, longer, right) && Find(figure, [.. longer, .. right]) is { } named)
            {
                return new(figure, least, start, to, longer, [.. longer, .. right], named, Own: true);
            }

            if (start <= least || !scene.Prose.Tokens[start - 1].Is(','))
            {
                break;
            }

            start = _clause.Before(start - 1, least);
        }

        var left = _clause.Content(from, figure.Start);
        var carries = left.TrueForAll(_clause.IsSmall);
        List<List<int>> orders =
        [
            [.. right, .. left],
            [.. _noun, .. left, .. right],
        ];
        if (carries && _previous is { } before)
        {
            // "có 1.432 hồ sơ nộp trực tuyến, đạt 90% trên tổng số hồ sơ": the number before has its name after it.
            orders = right.TrueForAll(_clause.IsSmall)
                ? [before.Words]
                :
                [
                    [.. before.Lead, .. right],
                    [.. before.Words, .. right],
                ];
            left = before.Lead;
        }

        foreach (var words in orders)
        {
            if (Find(figure, words) is { } named)
            {
                return new(figure, least, from, to, left, words, named, Own: !carries || _previous is null);
            }
        }

        if (
            figure.Sort is FigureSort.Points or FigureSort.Rank
            && _index.Named is { } index
            && left.TrueForAll(_clause.IsSmall)
            && right.TrueForAll(_clause.IsSmall)
        )
        {
            return new(figure, least, from, to, left, [.. left, .. right], index, Own: false);
        }

        return new(
            figure,
            least,
            from,
            to,
            left,
            carries && !right.TrueForAll(_clause.IsSmall) ? right : [.. left, .. right],
            null,
            Own: !carries
        );
    }

    // "trong đó trễ hạn 1.215 hồ sơ, chiếm 3,05% số hồ sơ đã giải quyết": after the verb stands what the share is of, not what it is.
    private bool IsShareOf(FigureMark figure, List<int> left, List<int> right) =>
        _previous is not null
        && figure.Sort == FigureSort.Percent
        && right.Count > 0
        && left.TrueForAll(_clause.IsSmall)
        && _clause.Cues(_clause.Passage.From, figure.Start).LastOrDefault() is { } verb
        && verb.End == figure.Start
        && verb.Has(StatementCue.Reach);

    private NamedIndicator? Find(FigureMark figure, List<int> tokens)
    {
        var all = scene.Indicators.Of(tokens, _clause.IsSmall, i => Measured.Fits(i, figure.Sort));
        if (all is not null)
        {
            return all;
        }

        // "hồ sơ thủ tục hành chính" are dossiers.
        var brief = tokens.FindAll(t => _clause.Over(t) is not CueMark cue || !cue.Has(StatementCue.DossierNoun) || t < cue.Start + 2);
        return brief.Count == tokens.Count ? null : scene.Indicators.Of(brief, _clause.IsSmall, i => Measured.Fits(i, figure.Sort));
    }

    // "lần lượt 31.604 và 27.118 hồ sơ"
    private List<int>? NounAhead(FigureMark figure) =>
        _clause.Has(StatementCue.Respectively, _clause.Passage.From, figure.Start)
            ? _clause.Figures.Where(f => f.Start > figure.Start).Select(NounAfter).FirstOrDefault(n => n is not null)
            : null;

    private List<int>? NounAfter(FigureMark figure) =>
        figure.End < _clause.Passage.To && _clause.Over(figure.End) is CueMark cue && cue.Has(StatementCue.Noun | StatementCue.DossierNoun)
            ? [.. Enumerable.Range(cue.Start, cue.Has(StatementCue.DossierNoun) ? 2 : cue.End - cue.Start)]
            : null;

    // What makes a number no recorded value of the indicator.
    private Left? Reject(FigureMark figure, Phrase phrase, int least, int to)
    {
        var number = scene.Prose.Slice(figure.Start, figure.End);
        var part = Math.Max(_clause.PartStart(figure.Start), _clause.Passage.From);
        if (
            figure.Sort is FigureSort.Change
            || scene.IsAsked(_clause.Passage)
            || _clause.Has(StatementCue.Doubt, _clause.Passage.From, _clause.Passage.To)
        )
        {
            return new(OpenReason.NotAFact, number);
        }

        if (
            _clause.Over(part) is CueMark first && first.Has(StatementCue.Plan)
            || _clause.Has(StatementCue.Plan | StatementCue.Not, phrase.From, figure.Start)
            || _clause.Has(StatementCue.EarlierPeriod, phrase.From, to)
        )
        {
            return new(OpenReason.NotAFact, number);
        }

        if (HeadCell(figure).Exists(m => m is CueMark cue && cue.Has(NoResult)))
        {
            return new(OpenReason.NotAFact, number);
        }

        if (!phrase.Own && _previous is { } before && IsSameInOtherMeasure(figure, phrase, before))
        {
            return new(OpenReason.NotAFact, number);
        }

        if (figure.Sort == FigureSort.Unclear || phrase.Named is not { } named)
        {
            return new(OpenReason.NoIndicator, number);
        }

        if (!phrase.Own && _clause.Has(StatementCue.Among, _previous?.Figure.End ?? figure.Start, figure.Start))
        {
            return new(OpenReason.NoIndicator, number);
        }

        if (_part == _clause.Passage.Paragraph && _clause.Units(_clause.Passage.From, to).Count == 0)
        {
            return new(OpenReason.NoUnit, number);
        }

        foreach (var cue in _clause.Cues(part, to))
        {
            var inName = Enumerable
                .Range(cue.Start, cue.End - cue.Start)
                .All(at => named.Explained.Contains(at) || _explained.Contains(at));
            if (inName || cue.End == figure.Start)
            {
                continue;
            }

            if (cue.Has(StatementCue.PartScope) && _clause.Over(Math.Min(cue.End, _clause.Passage.To - 1)) is not UnitMark)
            {
                return new(OpenReason.NoIndicator, number);
            }

            if (cue.Has(StatementCue.OtherScope))
            {
                return new(OpenReason.NoUnit, number);
            }
        }

        return null;
    }

    // What a table says above a number: of which time it is, or that it was planned or grew ("Năm 2023", "Kế hoạch", "Tăng, giảm").
    private List<Mark> HeadCell(FigureMark figure) =>
        scene.TableHead is { } head && head != _clause ? head.Marks.FindAll(m => head.Column(m.Start) == _clause.Column(figure.Start)) : [];

    private const StatementCue NoResult =
        StatementCue.Target
        | StatementCue.Plan
        | StatementCue.PlanHead
        | StatementCue.EarlierPeriod
        | StatementCue.Change
        | StatementCue.Versus
        | StatementCue.OtherScope
        | StatementCue.PartScope;

    // "Phần của huyện …": all the paragraph is of a part.
    private static bool BeginsWithPart(Clause clause) =>
        clause
            .Cues(clause.Passage.From, clause.Passage.To)
            .Any(c =>
                c.Has(StatementCue.PartScope)
                && clause.IsBare(clause.Passage.From, c.Start)
                && (c.End == clause.Passage.To || clause.Over(c.End) is not UnitMark)
            );

    // "40,62/80 điểm, tức 50,77%": one value, said twice.
    private static bool IsSameInOtherMeasure(FigureMark figure, Phrase phrase, Phrase before) =>
        phrase.Named is not null
        && before.Named?.Indicator == phrase.Named.Indicator
        && (figure.Sort, before.Figure.Sort) is (FigureSort.Percent, FigureSort.Points) or (FigureSort.Points, FigureSort.Percent);

    private Left? Place(FigureMark figure, Phrase phrase)
    {
        var named = phrase.Named!;
        var number = scene.Prose.Slice(figure.Start, figure.End);
        // "PAR INDEX của thành phố đạt 87,92%, xếp thứ 24": whose the first is, the second is.
        var owner =
            !phrase.Own
            && _owner is { } same
            && !_clause.Has(StatementCue.Respectively, _clause.PartStart(figure.Start), figure.Start)
            && _clause.Units(phrase.Least, phrase.To).Count == 0
                ? same
                : new Ownership(scene, _clause).Of(phrase);
        _owner = owner;
        if (owner.Left is { } nobody)
        {
            return nobody;
        }

        var timing = new Timing(scene, _clause);
        var (period, noPeriod) =
            HeadCell(figure).OfType<PeriodMark>().ToList() is { Count: > 0 } columns
                ? (columns is [var column] ? timing.PeriodOf(column) : null, OpenReason.NoPeriod)
            : phrase.Named != _index.Named ? timing.Of(phrase, owner.Units)
            : timing.IsNamed(phrase) ? (null, OpenReason.NoPeriod)
            : (_index.Period, OpenReason.NoPeriod);
        if (period is null)
        {
            return new(noPeriod, number);
        }

        var target = TargetReading.IsTarget(_clause, phrase);
        var units = owner.Units.Select(u => (Mark: u, Unit: scene.Unit(u, target ? null : period))).ToList();
        if (units.Find(u => u.Unit is null).Mark is { } unsettled)
        {
            return new(OpenReason.NoUnit, scene.Prose.Slice(unsettled.Start, unsettled.End));
        }

        if (named.Basis is not { } basis)
        {
            return new(OpenReason.NoBasis, number, [.. named.Indicator.Bases.Select(b => b.Names.Vietnamese)]);
        }

        if (!Measured.IsInRange(named.Indicator, figure.Value))
        {
            return new(OpenReason.OutOfRange, number);
        }

        return target
            ? TargetReading.File(scene, _clause, phrase, units.ConvertAll(u => u.Unit!), basis, owner.Plural)
            : File(figure, phrase, units.ConvertAll(u => u.Unit!), period, basis);
    }

    private Left? File(FigureMark figure, Phrase phrase, List<OrgUnit> units, Period period, BasisCode basis)
    {
        var indicator = phrase.Named!.Indicator;
        if (figure.Sort == FigureSort.Rank)
        {
            if (scene.Lexicon.Catalogue.Indicator(indicator.Code.Value + "-rank") is not { } rank)
            {
                return new(OpenReason.NoIndicator, scene.Prose.Slice(figure.Start, figure.End));
            }

            (indicator, basis) = (rank, BasisCode.None);
        }

        if (
            scene.Latest is { } latest && !Subjects.IsOver(period, latest)
            || (figure.Bound & (StatementCue.AtLeast | StatementCue.AtMost)) != 0
        )
        {
            return new(OpenReason.NotAFact, scene.Prose.Slice(figure.Start, figure.End));
        }

        foreach (var unit in units)
        {
            scene.Facts.Add(
                new ProposedObservation
                {
                    Quote = scene.Quote(phrase.QuoteFrom(_clause), phrase.To),
                    Unit = unit.Code,
                    Indicator = indicator.Code,
                    Basis = basis,
                    Period = period,
                    Value = figure.Value,
                    Text = figure.Text,
                    AsOf = period is { Kind: PeriodKind.Day } ? period.First : scene.AsOf,
                }
            );
        }

        return null;
    }
}
