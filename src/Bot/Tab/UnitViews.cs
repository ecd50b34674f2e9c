using Bot.Cards.Notices;
using Bot.Clocks;
using Bot.Indicators;
using Bot.Indicators.Contacts;
using Bot.Indicators.Queries;
using Bot.Indicators.Results;
using Bot.Reminders.Actions;
using Bot.Store.Catalogues;
using Bot.Store.Querying;

namespace Bot.Tab;

/// <summary>A figure with the series that it ends.</summary>
/// <param name="Judged">The newest figure, judged by the engine.</param>
/// <param name="Series">What came before on the same basis; null where there are not two numbers.</param>
public sealed record FigureLine(JudgedFigure Judged, TrendSeries? Series);

/// <summary>What the page of a unit shows.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Counts">Its obligations by state.</param>
/// <param name="Figures">Its newest figures.</param>
/// <param name="Cases">Its obligations, the most urgent first, as the reader may act on them.</param>
/// <param name="Findings">What inspections remarked.</param>
public sealed record UnitView(
    OrgUnit Unit,
    StandingCounts Counts,
    IReadOnlyList<FigureLine> Figures,
    IReadOnlyList<CaseView> Cases,
    IReadOnlyList<Finding> Findings
)
{
    /// <summary>Its newest figures that are proposed and not approved; empty for those who may not read them.</summary>
    public IReadOnlyList<Figure> Proposed { get; init; } = [];

    /// <summary>What the unit can be reminded of by one click, as the button's data; empty where the reader may not, or nothing is open.</summary>
    public string Remindable { get; init; } = "";
}

/// <summary>What the list of units shows.</summary>
/// <param name="Units">The units on this page.</param>
/// <param name="Pages">How many pages there are.</param>
/// <param name="Count">How many there are on all pages.</param>
public sealed record UnitsView(IReadOnlyList<StandingCounts> Units, int Pages, int Count);

/// <summary>Gathers a unit's page, by the same queries as a question in chat, and the list of units.</summary>
internal sealed class UnitViews(QueryEngine engine, Standings standings, CatalogueCache catalogues, CaseViews views, TimeProvider clock)
{
    private const int OnPage = 100;

    // As many as a click can carry.
    private const int MostRemindable = 20;

    public async Task<UnitView> OfAsync(OrgUnit unit, Contact? reader, CancellationToken cancellationToken)
    {
        var scope = new QueryScope(clock.Today, reader);
        var profile = await engine.RunAsync(new ProfileQuery { Unit = unit.Code }, scope, cancellationToken) as ProfileResult;
        List<FigureLine> figures = [];
        foreach (var indicator in (profile?.Figures ?? []).GroupBy(f => f.Figure.Indicator))
        {
            var trend = await engine.RunAsync(new TrendQuery { Indicator = indicator.Key, Unit = unit.Code }, scope, cancellationToken);
            figures.AddRange(indicator.Select(f => new FigureLine(f, SeriesOf(f, trend))));
        }

        List<StandingCase> cases = [.. (await standings.OfAsync(reader, cancellationToken)).Where(c => c.Case.Key.Unit == unit.Code)];
        var open = cases.Where(c => c.Standing is Standing.Late or Standing.Due).Select(c => c.Case.Key).Take(MostRemindable);
        return new(
            unit,
            StandingCounts.Of(unit.Code, cases),
            figures,
            [.. cases.Select(c => views.Of(c.Case, reader, clock.Today))],
            profile?.Findings ?? []
        )
        {
            Proposed = Rights.MayReadProposed(reader, unit.Code) ? await ProposedAsync(unit.Code, scope, cancellationToken) : [],
            Remindable = Rights.MayRemindOthers(reader) ? string.Join(ObligationVerbs.Between, open) : "",
        };
    }

    public async Task<UnitsView> ListAsync(TabAddress asked, Contact? reader, CancellationToken cancellationToken)
    {
        var cases = (await standings.OfAsync(reader, cancellationToken)).ToLookup(c => c.Case.Key.Unit);
        List<OrgUnit> units =
        [
            .. catalogues.Current.Units.Where(u =>
                u.ExistsOn(clock.Today)
                && (asked.Kind is not { } kind || OrgUnitKinds.Text(u.Kind) == kind)
                && NameSearch.Finds(asked.Search, u)
            ),
        ];
        var shown = asked.Csv ? units : units.Skip((asked.Page - 1) * OnPage).Take(OnPage);
        return new(
            [.. shown.Select(u => StandingCounts.Of(u.Code, cases[u.Code]))],
            Math.Max(1, (units.Count + OnPage - 1) / OnPage),
            units.Count
        );
    }

    // As a question about all indicators is answered to this reader.
    private async Task<IReadOnlyList<Figure>> ProposedAsync(OrgUnitCode unit, QueryScope scope, CancellationToken cancellationToken)
    {
        var asked = new ValueQuery { Indicators = [.. catalogues.Current.Indicators.Select(i => i.Code)], Units = UnitSet.Of(unit) };
        return await engine.RunAsync(asked, scope, cancellationToken) is ValueResult { Figures: var figures }
            ? [.. figures.Select(f => f.Figure).Where(f => f.Status == ObservationStatus.Proposed)]
            : [];
    }

    private static TrendSeries? SeriesOf(JudgedFigure figure, Result trend) =>
        trend is TrendResult { Series: var series } ? series.FirstOrDefault(s => s.Basis == figure.Figure.Basis) : null;
}
