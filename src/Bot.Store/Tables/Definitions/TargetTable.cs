using Bot.Indicators;
using Bot.Indicators.Queries;
using Bot.Store.Rows;

namespace Bot.Store.Tables.Definitions;

internal sealed class TargetTable()
    : TableDefinition<TargetRow>(
        "targets",
        "indicator,basis,org_unit,period,comparator,value,legal_basis",
        "indicator,period,comparator,value"
    )
{
    protected override TargetRow Read(Cells cells)
    {
        var indicator = cells.Reference("indicator", cells.Known.Indicators, "indicators");
        cells.Required("comparator");
        cells.Required("value");
        return new TargetRow
        {
            Indicator = indicator,
            Basis = cells.Basis("basis", indicator),
            Scope = cells.Text("org_unit") is { Length: > 0 } scope ? cells.Scope("org_unit", scope) : "",
            Period = cells.Period("period"),
            Comparator = cells.Choice("comparator", ">=", "<=") == ">=" ? Comparator.AtLeast : Comparator.AtMost,
            Value = cells.Number("value") ?? 0,
            LegalBasis = cells.Text("legal_basis"),
        };
    }

    public override IReadOnlyList<string> Write(TargetRow row) =>
        [row.Indicator, row.Basis, row.Scope, row.Period, Comparators.Text(row.Comparator), row.Value.Cell(), row.LegalBasis];

    protected override string Key(TargetRow row) => $"{row.Indicator}|{row.Basis}|{row.Scope}|{row.Period}";
}
