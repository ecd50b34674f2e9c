using Bot.Store.Rows;

namespace Bot.Store.Tables.Definitions;

internal sealed class ProjectTable()
    : TableDefinition<ProjectRow>(
        "projects",
        "code,org_unit,name_vi,name_en,progress,unit,expected,as_of,source,quote",
        "code,org_unit,name_vi"
    )
{
    protected override ProjectRow Read(Cells cells) =>
        new()
        {
            Code = cells.Code("code"),
            OrgUnit = cells.Reference("org_unit", cells.Known.Units, "org-units"),
            NameVi = cells.Required("name_vi"),
            NameEn = cells.Text("name_en"),
            Progress = cells.Number("progress"),
            Unit = cells.Text("unit"),
            Expected = cells.Period("expected", required: false),
            AsOf = cells.Date("as_of"),
            Source = cells.OptionalReference("source", cells.Known.Sources, "sources"),
            Quote = cells.Text("quote"),
        };

    public override IReadOnlyList<string> Write(ProjectRow row) =>
        [
            row.Code,
            row.OrgUnit,
            row.NameVi,
            row.NameEn,
            row.Progress.Cell(),
            row.Unit,
            row.Expected,
            row.AsOf.Cell(),
            row.Source,
            row.Quote,
        ];

    protected override string Key(ProjectRow row) => row.Code;
}
