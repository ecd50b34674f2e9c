namespace Bot.Store.Rows;

/// <summary>A basis of an indicator.</summary>
internal sealed class BasisRow : RevisedRow
{
    public string Indicator { get; set; } = "";

    public string Code { get; set; } = "";

    public string NameVi { get; set; } = "";

    public string NameEn { get; set; } = "";

    public string Aliases { get; set; } = "";
}
