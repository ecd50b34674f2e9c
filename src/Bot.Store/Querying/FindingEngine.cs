using Bot.Indicators;
using Bot.Indicators.Queries;
using Bot.Indicators.Results;

namespace Bot.Store.Querying;

/// <summary>What inspections remarked.</summary>
internal static class FindingEngine
{
    public static async ValueTask<Result> RunAsync(FindingsQuery query, StoreView view)
    {
        var all = await view.FindingsAsync();
        string[] words = [.. BareText.Words(query.About ?? "")];
        List<Finding> found =
        [
            .. InOrder(
                all.Where(f =>
                    view.Covers(query.Units, f.Unit)
                    && (query.Polarity is null || f.Polarity == query.Polarity)
                    && (query.Inspection is null || f.Inspection == query.Inspection)
                    && (query.Area is null || f.Area == query.Area)
                    && (query.Period is not { } period || Day(f, view) is { } day && period.First <= day && day <= period.Last)
                    && Says(f, words)
                ),
                view
            ),
        ];
        if (found.Count > 0)
        {
            return new FindingsResult
            {
                Query = query,
                Ended = view.Ended(query.Units),
                Findings = [.. found],
            };
        }

        // The same unit's other remarks, if there are any; never another unit's.
        var wider = new FindingsQuery { Units = query.Units };
        return wider != query && all.Any(f => view.Covers(query.Units, f.Unit))
            ? new NoData
            {
                Query = query,
                Ended = view.Ended(query.Units),
                Nearest = [wider],
            }
            : await Nearest.NoDataAsync(query, query.Units, [], view);
    }

    /// <summary>Achievements, limitations, recommendations; the newest inspection first.</summary>
    public static IEnumerable<Finding> InOrder(IEnumerable<Finding> findings, StoreView view) =>
        findings.OrderBy(f => f.Polarity).ThenByDescending(f => Day(f, view));

    private static DateOnly? Day(Finding finding, StoreView view) =>
        (finding.Inspection is { } code ? view.Catalogue.Inspection(code.Value)?.Date : null)
        ?? finding.Provenance.AsOf
        ?? finding.Provenance.Source?.Date;

    private static bool Says(Finding finding, string[] words)
    {
        if (words.Length == 0)
        {
            return true;
        }

        var said = BareText
            .Words($"{finding.Text.Vietnamese} {finding.Text.English} {finding.Provenance.Quote}")
            .ToHashSet(StringComparer.Ordinal);
        return Array.TrueForAll(words, said.Contains);
    }
}
