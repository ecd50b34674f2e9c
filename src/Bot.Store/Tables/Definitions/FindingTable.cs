using Bot.Indicators;
using Bot.Store.Rows;

namespace Bot.Store.Tables.Definitions;

internal sealed class FindingTable()
    : TableDefinition<FindingRow>("findings", "org_unit,inspection,polarity,area,text_vi,text_en,source,quote", "org_unit,polarity,text_vi")
{
    protected override FindingRow Read(Cells cells)
    {
        cells.Required("polarity");
        return new FindingRow
        {
            OrgUnit = cells.Reference("org_unit", cells.Known.Units, "org-units"),
            Inspection = cells.OptionalReference("inspection", cells.Known.Inspections, "inspections"),
            Polarity = Enum.Parse<Polarity>(cells.Choice("polarity", "achievement", "limitation", "recommendation"), ignoreCase: true),
            Area = cells.Text("area"),
            TextVi = cells.Required("text_vi"),
            TextEn = cells.Text("text_en"),
            Source = cells.OptionalReference("source", cells.Known.Sources, "sources"),
            Quote = cells.Text("quote"),
        };
    }

    public override IReadOnlyList<string> Write(FindingRow row) =>
        [row.OrgUnit, row.Inspection, row.Polarity.Cell(), row.Area, row.TextVi, row.TextEn, row.Source, row.Quote];

    protected override string Key(FindingRow row) =>
        $"{row.OrgUnit}|{row.Inspection}|{row.Polarity.Cell()}|{Fingerprints.Hash(row.TextVi)}";
}
