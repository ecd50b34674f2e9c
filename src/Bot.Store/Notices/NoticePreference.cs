namespace Bot.Store.Notices;

/// <summary>What a person wishes of notices; who said nothing gets all that the ladders intend.</summary>
/// <param name="Upn">The person's user principal name.</param>
/// <param name="On">Whether notices are wished at all.</param>
/// <param name="PausedUntil">No notice before this day; null where not paused.</param>
public sealed record NoticePreference(string Upn, bool On, DateOnly? PausedUntil)
{
    /// <summary>Whether a notice of that day is wished.</summary>
    public bool Wants(DateOnly day) => On && !(day < PausedUntil);
}
