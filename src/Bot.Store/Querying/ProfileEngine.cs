using Bot.Indicators.Queries;
using Bot.Indicators.Results;

namespace Bot.Store.Querying;

/// <summary>Everything known of a unit at a glance.</summary>
internal static class ProfileEngine
{
    public static async ValueTask<Result> RunAsync(ProfileQuery query, StoreView view)
    {
        var units = UnitSet.Of(query.Unit);
        var targets = await view.TargetsAsync();
        List<JudgedFigure> newest = [];
        foreach (var indicator in view.Catalogue.Indicators.Where(i => view.Catalogue.HasFigures(query.Unit, i.Code)))
        {
            var figures = await view.FiguresAsync(indicator.Code);
            newest.AddRange(
                figures
                    .Bases.Select(basis => figures.Find(query.Unit, basis, null))
                    .OfType<Figure>()
                    .Select(f => Judging.Judge(f, figures, targets, view))
            );
        }

        var obligations = ObligationEngine.MostUrgentFirst(
            (await view.OwedAsync()).Where(o => o.Unit == query.Unit).Select(o => ObligationEngine.Judge(o, view))
        );
        var findings = FindingEngine.InOrder((await view.FindingsAsync()).Where(f => f.Unit == query.Unit), view);
        var projects = view.Catalogue.Projects.Where(p => p.Unit == query.Unit);
        var profile = new ProfileResult
        {
            Query = query,
            Ended = view.Ended(units),
            Unit = query.Unit,
            Figures = [.. newest],
            Obligations = [.. obligations],
            Findings = [.. findings],
            Projects = [.. projects],
        };
        return profile is { Figures.IsEmpty: true, Obligations.IsEmpty: true, Findings.IsEmpty: true, Projects.IsEmpty: true }
            ? await Nearest.NoDataAsync(query, units, [], view)
            : profile;
    }
}
