namespace Bot.Store.Rows;

/// <summary>An entry of the audit log; appended, never edited. Its hash covers the one before it.</summary>
internal sealed class AuditRow
{
    /// <summary>Counts from 1 without gaps.</summary>
    public long Number { get; set; }

    public DateTimeOffset At { get; set; }

    public string By { get; set; } = "";

    public string Action { get; set; } = "";

    public string Table { get; set; } = "";

    public string Key { get; set; } = "";

    public string Old { get; set; } = "";

    public string New { get; set; } = "";

    public string Source { get; set; } = "";

    public string Reason { get; set; } = "";

    public string Hash { get; set; } = "";
}
