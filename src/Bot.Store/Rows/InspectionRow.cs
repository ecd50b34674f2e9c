namespace Bot.Store.Rows;

/// <summary>A visit of the inspection team.</summary>
internal sealed class InspectionRow : RevisedRow
{
    public string Code { get; set; } = "";

    public DateOnly Date { get; set; }

    public string Team { get; set; } = "";

    public string Lead { get; set; } = "";

    public string Units { get; set; } = "";

    public string Source { get; set; } = "";
}
