using Bot.Indicators;
using Bot.Store.Rows;

namespace Bot.Store.Tables.Definitions;

internal sealed class IndicatorTable()
    : TableDefinition<IndicatorRow>(
        "indicators",
        "code,area,name_vi,name_en,aliases,unit,direction,frequency,definition_vi,definition_en,legal_basis",
        "code,name_vi,unit"
    )
{
    public override bool BringsCodes => true;

    protected override IndicatorRow Read(Cells cells) =>
        new()
        {
            Code = cells.Code("code"),
            Area = cells.Text("area"),
            NameVi = cells.Required("name_vi"),
            NameEn = cells.Text("name_en"),
            Aliases = cells.List("aliases"),
            Unit = cells.Code("unit"),
            Direction = Enum.Parse<Direction>(cells.Choice("direction", "neither", "higher", "lower"), ignoreCase: true),
            Frequency = cells.Text("frequency"),
            DefinitionVi = cells.Text("definition_vi"),
            DefinitionEn = cells.Text("definition_en"),
            LegalBasis = cells.Text("legal_basis"),
        };

    public override IReadOnlyList<string> Write(IndicatorRow row) =>
        [
            row.Code,
            row.Area,
            row.NameVi,
            row.NameEn,
            row.Aliases,
            row.Unit,
            row.Direction.Cell(),
            row.Frequency,
            row.DefinitionVi,
            row.DefinitionEn,
            row.LegalBasis,
        ];

    protected override string Key(IndicatorRow row) => row.Code;
}
