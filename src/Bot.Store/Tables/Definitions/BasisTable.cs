using Bot.Store.Rows;

namespace Bot.Store.Tables.Definitions;

internal sealed class BasisTable() : TableDefinition<BasisRow>("bases", "indicator,code,name_vi,name_en,aliases", "indicator,code,name_vi")
{
    public override bool BringsCodes => true;

    protected override BasisRow Read(Cells cells) =>
        new()
        {
            Indicator = cells.Reference("indicator", cells.Known.Indicators, "indicators"),
            Code = cells.Code("code"),
            NameVi = cells.Required("name_vi"),
            NameEn = cells.Text("name_en"),
            Aliases = cells.List("aliases"),
        };

    public override IReadOnlyList<string> Write(BasisRow row) => [row.Indicator, row.Code, row.NameVi, row.NameEn, row.Aliases];

    protected override string Key(BasisRow row) => $"{row.Indicator}|{row.Code}";
}
