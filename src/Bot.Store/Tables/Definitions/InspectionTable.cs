using Bot.Store.Rows;

namespace Bot.Store.Tables.Definitions;

internal sealed class InspectionTable() : TableDefinition<InspectionRow>("inspections", "code,date,team,lead,units,source", "code,date")
{
    public override bool BringsCodes => true;

    protected override InspectionRow Read(Cells cells) =>
        new()
        {
            Code = cells.Code("code"),
            Date = cells.RequiredDate("date"),
            Team = cells.Text("team"),
            Lead = cells.Text("lead"),
            Units = cells.References("units", cells.Known.Units, "org-units"),
            Source = cells.OptionalReference("source", cells.Known.Sources, "sources"),
        };

    public override IReadOnlyList<string> Write(InspectionRow row) =>
        [row.Code, row.Date.Cell(), row.Team, row.Lead, row.Units, row.Source];

    protected override string Key(InspectionRow row) => row.Code;
}
