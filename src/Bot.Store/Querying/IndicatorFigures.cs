using Bot.Indicators;
using Bot.Indicators.Periods;
using Bot.Indicators.Results;

namespace Bot.Store.Querying;

/// <summary>All that was ever recorded of one indicator, and of it what counts.</summary>
internal sealed class IndicatorFigures
{
    private readonly Dictionary<(OrgUnitCode, BasisCode), List<Figure>> _cells = [];

    /// <summary>Takes the revisions in the order in which they came.</summary>
    public IndicatorFigures(Indicator indicator, IReadOnlyList<Figure> revisions, Func<Figure, bool>? seesProposal = null)
    {
        Indicator = indicator;
        Revisions = revisions;
        foreach (var cell in revisions.GroupBy(f => (f.Unit, f.Basis, f.Period)))
        {
            List<Figure> all = [.. cell];
            var figure = NewestApproved.Of(all);
            if (figure is null && NewestApproved.ProposalOf(all) is { } proposal && seesProposal?.Invoke(proposal) == true)
            {
                figure = proposal;
            }

            if (figure is not null)
            {
                var key = (figure.Unit, figure.Basis);
                if (!_cells.TryGetValue(key, out var figures))
                {
                    _cells[key] = figures = [];
                }

                figures.Add(figure);
            }
        }

        foreach (var figures in _cells.Values)
        {
            figures.Sort(Comparability.ByTime);
        }
    }

    public Indicator Indicator { get; }

    public IReadOnlyList<Figure> Revisions { get; }

    /// <summary>The bases that a figure may stand on, in the catalogue's order; the unnamed one last.</summary>
    public IEnumerable<BasisCode> Bases => [.. Indicator.Bases.Select(b => b.Code), BasisCode.None];

    public bool IsEmpty => _cells.Count == 0;

    /// <summary>What counts of a unit on a basis, oldest first.</summary>
    public IReadOnlyList<Figure> Of(OrgUnitCode unit, BasisCode basis) => _cells.TryGetValue((unit, basis), out var figures) ? figures : [];

    /// <summary>What counts of all units on a basis.</summary>
    public IEnumerable<Figure> On(BasisCode basis) => _cells.Where(c => c.Key.Item2 == basis).SelectMany(c => c.Value);

    /// <summary>Whether anything counts of that unit.</summary>
    public bool Any(OrgUnitCode unit) => Bases.Any(basis => Of(unit, basis).Count > 0);

    /// <summary>The figure that answers for a period; null takes the newest.</summary>
    public Figure? Find(OrgUnitCode unit, BasisCode basis, Period? period) => Comparability.Find(Of(unit, basis), period);

    /// <summary>The same with only what was recorded by that day, in the city's time.</summary>
    public IndicatorFigures KnownOn(DateOnly day) => new(Indicator, [.. Revisions.Where(f => CityDay.Of(f.Provenance.RecordedAt) <= day)]);

    /// <summary>The same with proposals in the cells that have no approved figure, for those who may see them.</summary>
    public IndicatorFigures WithProposals(Func<Figure, bool> seesProposal) =>
        Revisions.Any(f => f.Status == ObservationStatus.Proposed) ? new(Indicator, Revisions, seesProposal) : this;
}
