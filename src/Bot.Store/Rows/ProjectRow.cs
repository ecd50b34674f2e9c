namespace Bot.Store.Rows;

/// <summary>A project and how far it is.</summary>
internal sealed class ProjectRow : RevisedRow
{
    public string Code { get; set; } = "";

    public string OrgUnit { get; set; } = "";

    public string NameVi { get; set; } = "";

    public string NameEn { get; set; } = "";

    public decimal? Progress { get; set; }

    public string Unit { get; set; } = "";

    public string Expected { get; set; } = "";

    public DateOnly? AsOf { get; set; }

    public string Source { get; set; } = "";

    public string Quote { get; set; } = "";
}
