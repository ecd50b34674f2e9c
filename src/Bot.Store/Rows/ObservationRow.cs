using Bot.Indicators;

namespace Bot.Store.Rows;

/// <summary>A figure or words for one unit, indicator, basis and period.</summary>
internal sealed class ObservationRow : RevisedRow
{
    public string OrgUnit { get; set; } = "";

    public string Indicator { get; set; } = "";

    public string Basis { get; set; } = "";

    public string Period { get; set; } = "";

    public decimal? Value { get; set; }

    public string Text { get; set; } = "";

    public DateOnly? AsOf { get; set; }

    public string Source { get; set; } = "";

    public ObservationStatus Status { get; set; }

    public string Quote { get; set; } = "";
}
