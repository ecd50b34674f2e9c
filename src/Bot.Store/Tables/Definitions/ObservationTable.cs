using Bot.Indicators;
using Bot.Indicators.Periods;
using Bot.Indicators.Proposals;
using Bot.Store.Rows;

namespace Bot.Store.Tables.Definitions;

internal sealed class ObservationTable()
    : TableDefinition<ObservationRow>(
        "observations",
        "org_unit,indicator,basis,period,value,text,as_of,source,status,quote",
        "org_unit,indicator,period"
    )
{
    protected override ObservationRow Read(Cells cells)
    {
        var indicator = cells.Reference("indicator", cells.Known.Indicators, "indicators");
        var row = new ObservationRow
        {
            OrgUnit = cells.Reference("org_unit", cells.Known.Units, "org-units"),
            Indicator = indicator,
            Basis = cells.Basis("basis", indicator),
            Period = cells.Period("period"),
            Value = cells.Number("value"),
            Text = cells.Text("text"),
            AsOf = cells.Date("as_of"),
            Source = cells.OptionalReference("source", cells.Known.Sources, "sources"),
            Status = Enum.Parse<ObservationStatus>(cells.Choice("status", "approved", "proposed", "rejected"), ignoreCase: true),
            Quote = cells.Text("quote"),
        };
        if (cells.Text("value").Length == 0 && row.Text.Length == 0)
        {
            cells.Error("value", RowFault.NoValue);
        }

        if (
            row.Value is { } value
            && cells.Known.Measures.GetValueOrDefault(indicator) is { } measure
            && !ObservationRules.IsPossible(measure, value)
        )
        {
            cells.Error("value", ObservationRules.Fault(measure), value.Cell(), indicator);
        }

        if (
            Period.TryParse(row.Period, out var period)
            && cells.Known.Lives.TryGetValue(row.OrgUnit, out var life)
            && (life.First > period.Last || life.Last < period.First)
        )
        {
            // What a merged unit reported late is not wrong for it: shown, and left to a person.
            cells.Flag("period", RowFault.OutsideLife, row.OrgUnit, row.Period);
        }

        return row;
    }

    public override IReadOnlyList<string> Write(ObservationRow row) =>
        [
            row.OrgUnit,
            row.Indicator,
            row.Basis,
            row.Period,
            row.Value.Cell(),
            row.Text,
            row.AsOf.Cell(),
            row.Source,
            row.Status.Cell(),
            row.Quote,
        ];

    protected override string Key(ObservationRow row) => $"{row.OrgUnit}|{row.Indicator}|{row.Basis}|{row.Period}";

    protected override string Status(ObservationRow row) => row.Status.Cell();

    /// <summary>The approved one, unless its very value was rejected after it.</summary>
    public override ObservationRow? Counting(IReadOnlyList<ObservationRow> present) =>
        present.FirstOrDefault(row => row.Status == ObservationStatus.Approved) is { } approved
        && !present.Any(row =>
            row.Status == ObservationStatus.Rejected
            && row.Revision > approved.Revision
            && row.Value == approved.Value
            && row.Text == approved.Text
        )
            ? approved
            : null;

    /// <summary>Where nothing counts, the proposal that nobody has decided on.</summary>
    public override ObservationRow? Exported(IReadOnlyList<ObservationRow> present) =>
        Counting(present) ?? (present is [.., { Status: ObservationStatus.Proposed } waiting] ? waiting : null);
}
