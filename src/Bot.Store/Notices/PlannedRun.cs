using Bot.Indicators;

namespace Bot.Store.Notices;

/// <summary>All that planning decided for one day; it is taken as a whole or not at all.</summary>
public sealed record PlannedRun
{
    /// <summary>What was planned: <see cref="Reminders"/> or <see cref="Digest"/>.</summary>
    public required string Plan { get; init; }

    /// <summary>For which day.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>When, by the clock of the host.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The obligations that opened with it.</summary>
    public ValueList<OpenedLadder> Opened { get; init; }

    /// <summary>What it intends; none of it is planned yet.</summary>
    public ValueList<PlannedNotice> Notices { get; init; }

    /// <summary>The plan of the daily reminders.</summary>
    public const string Reminders = "reminders";

    /// <summary>The plan of the weekly digest.</summary>
    public const string Digest = "digest";
}

/// <summary>The ladder that an obligation opened under.</summary>
/// <param name="Obligation">The obligation's key.</param>
/// <param name="OpenedOn">The day.</param>
/// <param name="Ladder">The ladder as text.</param>
public sealed record OpenedLadder(string Obligation, DateOnly OpenedOn, string Ladder);
