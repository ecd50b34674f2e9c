namespace Bot.Store.Rows;

/// <summary>What a person wishes of notices; without a row, all that the ladders intend.</summary>
internal sealed class NoticePreferenceRow
{
    /// <summary>The person's user principal name.</summary>
    public string Upn { get; set; } = "";

    /// <summary>Whether notices are wished at all.</summary>
    public bool On { get; set; } = true;

    /// <summary>No notice before this day; null where not paused.</summary>
    public DateOnly? PausedUntil { get; set; }
}
