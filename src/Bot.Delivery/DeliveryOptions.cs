using Bot.Delivery.Pacing;

namespace Bot.Delivery;

/// <summary>Patience and bounds of delivery; section <c>Delivery</c> of the configuration.</summary>
public sealed class DeliveryOptions
{
    /// <summary>How long a request waits for its turn before the activity is written down and accepted; the channel waits about 15 s.</summary>
    public TimeSpan SlowAfter { get; set; } = TimeSpan.FromSeconds(2.5);

    /// <summary>How long a turn runs before the user sees that the bot is writing.</summary>
    public TimeSpan TypingAfter { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How often running turns are looked over for the two limits above.</summary>
    public TimeSpan SweepEvery { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>How long the ids of answered activities are remembered (bot-protocol 10.1: ten minutes at least).</summary>
    public TimeSpan RememberAnswered { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How many answered ids are remembered before the older half is forgotten early; bounds memory to about 50 bytes each.</summary>
    public int MaxRemembered { get; set; } = 1_000_000;

    /// <summary>How many activities may run or wait at once; beyond it the channel is told 429 and comes back.</summary>
    public int MaxTurns { get; set; } = 2_000;

    /// <summary>How long running turns may go on once the process was told to stop.</summary>
    public TimeSpan ShutdownLimit { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a row of the outbox belongs to the process that took it; longer than the connector client's budget.</summary>
    public TimeSpan LeaseTime { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a message that cannot be delivered is tried before it is set aside.</summary>
    public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromHours(24);

    /// <summary>Wait before the first repeat of a reply or of a failed slow turn; it doubles up to <see cref="MaxBackoff"/>.</summary>
    public TimeSpan FirstBackoff { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Longest wait between two attempts.</summary>
    public TimeSpan MaxBackoff { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How fast the outbox is sent.</summary>
    public PaceOptions Pace { get; set; } = new();

    /// <summary>How often a turn that was accepted is tried before it is set aside: by one process, and by how many that take it up.</summary>
    public int MaxTurnAttempts { get; set; } = 3;
}
