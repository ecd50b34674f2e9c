using System.Globalization;
using System.Text.Json;
using Bot.Indicators;
using Bot.Indicators.Catalogues;
using Bot.Indicators.Obligations;
using Bot.Store.Tables;

namespace Bot.Lists;

/// <summary>What a digest counts, as a table: one row for each plan or report that is missing, overdue or due soon.</summary>
internal static class DigestList
{
    private static readonly string[] Columns =
    [
        "org_unit",
        "unit",
        "type",
        "plan",
        "period",
        "deadline",
        "state",
        "working_days_late",
        "working_days_left",
        "waiting",
    ];

    public static ExportedTable Of(DigestSummary digest, Catalogue catalogue)
    {
        var waiting = digest.Waiting.Select(c => c.Key).ToHashSet();
        return Of([.. digest.Overdue.Concat(digest.Missing).Concat(digest.DueSoon).Select(c => (c, waiting.Contains(c.Key)))], catalogue);
    }

    /// <summary>Obligations in the order given, and whether each waits for an inspector.</summary>
    public static ExportedTable Of(IReadOnlyList<(ObligationCase Owed, bool IsWaiting)> cases, Catalogue catalogue) =>
        new(Columns, cases.Select(c => Row(c.Owed, c.IsWaiting, catalogue)).ToAsyncEnumerable());

    private static IReadOnlyList<string> Row(ObligationCase owed, bool isWaiting, Catalogue catalogue) =>
        [
            owed.Key.Unit.Value,
            catalogue[owed.Key.Unit].Names.In(Language.Vietnamese),
            owed.Key.Type.Value,
            owed.Type.Names.In(Language.Vietnamese),
            owed.Key.Period.ToString(),
            owed.Obligation.Deadline?.ToString("O", CultureInfo.InvariantCulture) ?? "",
            JsonNamingPolicy.CamelCase.ConvertName(owed.Obligation.State.ToString()),
            Number(owed.Obligation.WorkingDaysLate),
            Number(owed.Obligation.WorkingDaysLeft),
            isWaiting ? "yes" : "",
        ];

    private static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
