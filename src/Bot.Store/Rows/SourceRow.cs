namespace Bot.Store.Rows;

/// <summary>Where facts come from.</summary>
internal sealed class SourceRow : RevisedRow
{
    public string Code { get; set; } = "";

    public string Title { get; set; } = "";

    public string Publisher { get; set; } = "";

    public DateOnly? Date { get; set; }

    public string Url { get; set; } = "";
}
