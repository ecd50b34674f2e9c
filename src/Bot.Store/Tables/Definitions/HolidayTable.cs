using Bot.Store.Rows;

namespace Bot.Store.Tables.Definitions;

internal sealed class HolidayTable() : TableDefinition<HolidayRow>("holidays", "date,name_vi,name_en,working_day", "date")
{
    protected override HolidayRow Read(Cells cells) =>
        new()
        {
            Date = cells.RequiredDate("date"),
            NameVi = cells.Text("name_vi"),
            NameEn = cells.Text("name_en"),
            WorkingDay = cells.Choice("working_day", "false", "true") == "true",
        };

    public override IReadOnlyList<string> Write(HolidayRow row) =>
        [row.Date.Cell(), row.NameVi, row.NameEn, row.WorkingDay ? "true" : "false"];

    protected override string Key(HolidayRow row) => row.Date.Cell();
}
