using System.Globalization;
using Bot.Indicators;
using Bot.Indicators.Catalogues;
using Bot.Lists;
using Bot.Store.Tables;

namespace Bot.Tab;

/// <summary>What a page shows, as a table to take away; codes and states as imports and exports write them.</summary>
internal static class TabTables
{
    private static readonly string[] UnitColumns = ["org_unit", "unit", "late", "waiting", "due", "upcoming", "issued"];

    private static readonly string[] FigureColumns =
    [
        "org_unit",
        "indicator",
        "basis",
        "period",
        "value",
        "text",
        "target",
        "target_met",
        "gap",
        "status",
        "source",
    ];

    private static readonly string[] DeliveryColumns = ["occurrence", "at", "recipient", "obligation", "step", "state", "reason"];

    public static ExportedTable Of(IEnumerable<StandingCounts> units, Catalogue catalogue) =>
        new(
            UnitColumns,
            units
                .Select(u =>
                    (IReadOnlyList<string>)
                        [
                            u.Unit!.Value,
                            catalogue[u.Unit].Names.In(Language.Vietnamese),
                            Cell(u.Late),
                            Cell(u.Waiting),
                            Cell(u.Due),
                            Cell(u.Upcoming),
                            Cell(u.Issued),
                        ]
                )
                .ToAsyncEnumerable()
        );

    public static ExportedTable Of(IEnumerable<StandingCase> cases, Catalogue catalogue) =>
        DigestList.Of([.. cases.Select(c => (c.Case, c.Standing == Standing.Waiting))], catalogue);

    public static ExportedTable Of(UnitView unit) =>
        new(
            FigureColumns,
            unit.Figures.Select(f => f.Judged)
                .Select(j =>
                    (IReadOnlyList<string>)
                        [
                            j.Figure.Unit.Value,
                            j.Figure.Indicator.Value,
                            j.Figure.Basis.Value,
                            j.Figure.Period.ToString(),
                            j.Figure.Amount?.ToString() ?? "",
                            j.Figure.Words,
                            j.Target is { } target ? (target.Comparator == Comparator.AtMost ? "<=" : ">=") + target.Value : "",
                            j.TargetMet switch
                            {
                                true => "yes",
                                false => "no",
                                null => "",
                            },
                            j.Gap?.Signed.ToString() ?? "",
                            j.Figure.Status.ToString().ToLowerInvariant(),
                            j.Figure.Provenance.Source?.Code ?? "",
                        ]
                )
                .ToAsyncEnumerable()
        );

    public static ExportedTable Of(DeliveriesView deliveries) =>
        new(
            DeliveryColumns,
            deliveries
                .Lines.Select(d =>
                    (IReadOnlyList<string>)
                        [
                            d.Row.Occurrence.ToString("O", CultureInfo.InvariantCulture),
                            d.Row.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                            d.Row.Recipient,
                            d.Row.Obligation,
                            d.Row.Step,
                            d.State,
                            d.Row.Reason,
                        ]
                )
                .ToAsyncEnumerable()
        );

    private static string Cell(int count) => count.ToString(CultureInfo.InvariantCulture);
}
