using Bot.Indicators;

namespace Bot.Store.Rows;

/// <summary>A remark of an inspection.</summary>
internal sealed class FindingRow : RevisedRow
{
    public string OrgUnit { get; set; } = "";

    public string Inspection { get; set; } = "";

    public Polarity Polarity { get; set; }

    public string Area { get; set; } = "";

    public string TextVi { get; set; } = "";

    public string TextEn { get; set; } = "";

    public string Source { get; set; } = "";

    public string Quote { get; set; } = "";
}
