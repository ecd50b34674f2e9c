using System.Globalization;
using Bot.Indicators;
using Microsoft.AspNetCore.Http.Extensions;

namespace Bot.Tab;

/// <summary>What a page shows, as its address says it: an address can be kept and passed on.</summary>
/// <param name="Path">The page.</param>
public sealed record TabAddress(string Path)
{
    /// <summary>The overview.</summary>
    public const string Overview = "/tab";

    /// <summary>The list of units; a unit's code follows it.</summary>
    public const string Units = "/tab/units";

    /// <summary>What became of notices.</summary>
    public const string Deliveries = "/tab/deliveries";

    /// <summary>Proposed facts.</summary>
    public const string ToReview = "/tab/review";

    /// <summary>What a form does.</summary>
    public const string Act = "/tab/act";

    private const int MostSearched = 100;
    private const int MostPages = 100_000;
    private static readonly DateOnly Earliest = new(2000, 1, 1);

    /// <summary>The language, where the address names one.</summary>
    public string? Lang { get; init; }

    /// <summary>Only this state; null for all.</summary>
    public string? State { get; init; }

    /// <summary>Only this kind of units; null for all.</summary>
    public string? Kind { get; init; }

    /// <summary>Only names with these words; null for all.</summary>
    public string? Search { get; init; }

    /// <summary>The page of a long list, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>The last day of what changed; null for today.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>What a form did before it led here; null for nothing.</summary>
    public string? Done { get; init; }

    /// <summary>Whether the table is wanted as CSV.</summary>
    public bool Csv { get; init; }

    /// <summary>The same page without filters.</summary>
    public TabAddress Plain => new(Path) { Lang = Lang };

    /// <summary>Another page in the same language.</summary>
    public TabAddress To(string path) => new(path) { Lang = Lang };

    /// <summary>The page of a unit in the same language.</summary>
    public TabAddress To(OrgUnitCode unit) => To($"{Units}/{Uri.EscapeDataString(unit.Value)}");

    /// <summary>Whether nothing is filtered.</summary>
    public bool IsPlain => State is null && Kind is null && Search is null;

    /// <summary>Reads the address of a request; null where a filter is none that the page knows.</summary>
    /// <param name="request">The request.</param>
    /// <param name="states">The states that the page can be filtered by.</param>
    public static TabAddress? Read(HttpRequest request, IReadOnlyCollection<string> states)
    {
        var query = request.Query;
        var state = Given(query["state"]);
        var kind = Given(query["kind"]);
        var page = 1;
        DateOnly until = default;
        var isRight =
            (state is null || states.Contains(state))
            && (kind is null || OrgUnitKinds.All.Any(k => OrgUnitKinds.Text(k) == kind))
            && (
                Given(query["page"]) is not { } number
                || int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out page) && page is > 0 and <= MostPages
            )
            && (
                Given(query["until"]) is not { } last
                || DateOnly.TryParseExact(last, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out until)
                    && until > Earliest
            );
        return !isRight
            ? null
            : new(request.Path.ToUriComponent().TrimEnd('/'))
            {
                Lang = LangOf(request),
                State = state,
                Kind = kind,
                Search = Given(query["q"].ToString().Trim()) is { } words ? words[..Math.Min(words.Length, MostSearched)] : null,
                Page = page,
                Until = until == default ? null : until,
                Done = Given(query["done"]),
                Csv = query["format"] == "csv",
            };
    }

    /// <summary>The language that an address names: our own word for it, or the one that Teams fills in.</summary>
    public static string? LangOf(HttpRequest request)
    {
        var named = Given(request.Query["lang"]) ?? Given(request.Query["locale"]);
        return named is null ? null
            : named.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? "en"
            : "vi";
    }

    /// <summary>The address as a link has it.</summary>
    public override string ToString()
    {
        var query = new QueryBuilder();
        void Add(string name, string? value)
        {
            if (value is not null)
            {
                query.Add(name, value);
            }
        }

        Add("state", State);
        Add("kind", Kind);
        Add("q", Search);
        Add("page", Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null);
        Add("until", Until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Add("lang", Lang);
        Add("done", Done);
        Add("format", Csv ? "csv" : null);
        return Path + query;
    }

    private static string? Given(string? value) => string.IsNullOrEmpty(value) ? null : value;
}
