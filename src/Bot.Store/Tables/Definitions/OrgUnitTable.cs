using Bot.Indicators.Proposals;
using Bot.Store.Rows;

namespace Bot.Store.Tables.Definitions;

internal sealed class OrgUnitTable()
    : TableDefinition<OrgUnitRow>(
        "org-units",
        "code,kind,name_vi,name_en,aliases,parent,valid_from,valid_to,successor",
        "code,kind,name_vi"
    )
{
    public override bool BringsCodes => true;

    protected override OrgUnitRow Read(Cells cells)
    {
        var row = new OrgUnitRow
        {
            Code = cells.Code("code"),
            Kind = cells.Kind("kind", cells.Required("kind")),
            NameVi = cells.Required("name_vi"),
            NameEn = cells.Text("name_en"),
            Aliases = cells.List("aliases"),
            Parent = cells.OptionalReference("parent", cells.Known.Units, "org-units"),
            ValidFrom = cells.Date("valid_from"),
            ValidTo = cells.Date("valid_to"),
            Successor = cells.References("successor", cells.Known.Units, "org-units"),
        };
        if (row.ValidFrom > row.ValidTo)
        {
            cells.Error("valid_to", RowFault.EndsBeforeItBegins);
        }

        return row;
    }

    public override IReadOnlyList<string> Write(OrgUnitRow row) =>
        [row.Code, row.Kind, row.NameVi, row.NameEn, row.Aliases, row.Parent, row.ValidFrom.Cell(), row.ValidTo.Cell(), row.Successor];

    protected override string Key(OrgUnitRow row) => row.Code;
}
