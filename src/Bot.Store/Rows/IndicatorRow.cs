using Bot.Indicators;

namespace Bot.Store.Rows;

/// <summary>An indicator as the tables bring it.</summary>
internal sealed class IndicatorRow : RevisedRow
{
    public string Code { get; set; } = "";

    public string Area { get; set; } = "";

    public string NameVi { get; set; } = "";

    public string NameEn { get; set; } = "";

    public string Aliases { get; set; } = "";

    public string Unit { get; set; } = "";

    public Direction Direction { get; set; }

    public string Frequency { get; set; } = "";

    public string DefinitionVi { get; set; } = "";

    public string DefinitionEn { get; set; } = "";

    public string LegalBasis { get; set; } = "";
}
