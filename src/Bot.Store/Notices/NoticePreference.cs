namespace Bot.Store.Notices;

/// <summary>What a person wishes of notices; who said nothing gets all that the ladders intend.</summary>
/// <param name="Upn">The person's user principal name.</param>
/// <param name="On">Whether notices are wished at all.</param>
/// <param name="PausedUntil">No notice before this day; null where not paused.</param>
public sealed record NoticePreference(string Upn, bool On, DateOnly? PausedUntil)
{
    /// <summary>Why no notice is wished on that day, as the accounting words it; null where one is.</summary>
    public string? Refuses(DateOnly day) =>
        !On ? "wishes no notices"
        : PausedUntil is { } until && day < until ? $"paused until {until:yyyy-MM-dd}"
        : null;
}
