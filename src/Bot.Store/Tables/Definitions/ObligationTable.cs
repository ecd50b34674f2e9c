using Bot.Store.Rows;

namespace Bot.Store.Tables.Definitions;

internal sealed class ObligationTable()
    : TableDefinition<ObligationRow>(
        "obligations",
        "org_unit,type,period,deadline,status,document_number,issued_on,source,note",
        "org_unit,type,period"
    )
{
    protected override ObligationRow Read(Cells cells) =>
        new()
        {
            OrgUnit = cells.Reference("org_unit", cells.Known.Units, "org-units"),
            Type = cells.Reference("type", cells.Known.ObligationTypes, "obligation-types"),
            Period = cells.Period("period"),
            Deadline = cells.Date("deadline"),
            Status = cells.Choice("status", "", "issued", "missing", "waived"),
            DocumentNumber = cells.Text("document_number"),
            IssuedOn = cells.Date("issued_on"),
            Source = cells.OptionalReference("source", cells.Known.Sources, "sources"),
            Note = cells.Text("note"),
        };

    public override IReadOnlyList<string> Write(ObligationRow row) =>
        [row.OrgUnit, row.Type, row.Period, row.Deadline.Cell(), row.Status, row.DocumentNumber, row.IssuedOn.Cell(), row.Source, row.Note];

    protected override string Key(ObligationRow row) => $"{row.OrgUnit}|{row.Type}|{row.Period}";
}
