using Bot.Indicators;
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
        var indicator = cells.Reference("indicator", cells.Known.Indicators, "indicator");
        var row = new ObservationRow
        {
            OrgUnit = cells.Reference("org_unit", cells.Known.Units, "unit"),
            Indicator = indicator,
            Basis = cells.Basis("basis", indicator),
            Period = cells.Period("period"),
            Value = cells.Number("value"),
            Text = cells.Text("text"),
            AsOf = cells.Date("as_of"),
            Source = cells.OptionalReference("source", cells.Known.Sources, "source"),
            Status = Enum.Parse<ObservationStatus>(cells.Choice("status", "approved", "proposed", "rejected"), ignoreCase: true),
            Quote = cells.Text("quote"),
        };
        if (cells.Text("value").Length == 0 && row.Text.Length == 0)
        {
            cells.Error("value", "there is neither a number nor words", "fill in value, or text where the source has only words");
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
}
