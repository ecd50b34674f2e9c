using Bot.Indicators;
using Bot.Indicators.Queries;
using Bot.Indicators.Results;

namespace Bot.Store.Querying;

/// <summary>Inspections, projects and definitions: what the catalogue itself knows.</summary>
internal static class CatalogueEngine
{
    public static async ValueTask<Result> RunAsync(InspectionQuery query, StoreView view)
    {
        List<Inspection> found =
        [
            .. view.Catalogue.Inspections.Where(i =>
                (query.Inspection is null || i.Code == query.Inspection)
                && (query.Units == UnitSet.All || i.Units.AsSpan().ToArray().Any(unit => view.Covers(query.Units, unit)))
                && (query.Period is not { } period || period.First <= i.Date && i.Date <= period.Last)
            ),
        ];
        return found.Count > 0
            ? new InspectionsResult
            {
                Query = query,
                Ended = view.Ended(query.Units),
                Inspections = [.. found],
            }
            : await Nearest.NoDataAsync(query, query.Units, [], view);
    }

    public static async ValueTask<Result> RunAsync(ProjectsQuery query, StoreView view)
    {
        List<WorkProject> found =
        [
            .. view
                .Catalogue.Projects.Where(p => view.Covers(query.Units, p.Unit) && (query.Project is null || p.Code == query.Project))
                .OrderBy(p => p.Unit),
        ];
        return found.Count > 0
            ? new ProjectsResult
            {
                Query = query,
                Ended = [.. found.Select(p => p.Unit).Distinct().Where(unit => view.Catalogue[unit].ValidTo < view.Today)],
                Projects = [.. found],
            }
            : await Nearest.NoDataAsync(query, query.Units, [], view);
    }

    public static ValueTask<Result> RunAsync(DefineQuery query, StoreView view) =>
        ValueTask.FromResult<Result>(
            new DefinitionResult
            {
                Query = query,
                Indicator = query.Indicator is { } indicator ? view.Catalogue[indicator] : null,
                ObligationType = query.ObligationType is { } type ? view.Catalogue[type] : null,
            }
        );
}
