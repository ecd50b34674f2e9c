namespace Bot.Delivery.Pacing;

/// <summary>
/// What Teams permits one bot (bot-protocol 3.7); 0 stands for no limit. Each process counts its own sends; where several send at the same
/// time, each takes its share.
/// </summary>
public sealed class PaceOptions
{
    /// <summary>Sends into one conversation in any second.</summary>
    public int ConversationPerSecond { get; set; } = 7;

    /// <summary>Sends into one conversation in any two seconds.</summary>
    public int ConversationPerTwoSeconds { get; set; } = 8;

    /// <summary>Sends into one conversation in any thirty seconds.</summary>
    public int ConversationPerHalfMinute { get; set; } = 60;

    /// <summary>Sends into one conversation in any hour.</summary>
    public int ConversationPerHour { get; set; } = 1800;

    /// <summary>Sends into all conversations of one tenant in any second.</summary>
    public int TenantPerSecond { get; set; } = 50;

    /// <summary>Sends in any second, whatever the tenant.</summary>
    public int OverallPerSecond { get; set; } = 100;
}
