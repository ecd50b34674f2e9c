namespace Bot.Indicators.Obligations;

/// <summary>What became of one notice for one recipient. Every intended notice ends in one of these but <see cref="Planned"/>; the sums add up.</summary>
public enum DeliveryState
{
    /// <summary>It waits for its moment, or for the connector.</summary>
    Planned,

    /// <summary>The channel took it.</summary>
    Delivered,

    /// <summary>The channel took it and the recipient acknowledged it.</summary>
    Acknowledged,

    /// <summary>It was tried as long as it may be, or refused for good.</summary>
    Failed,

    /// <summary>There is no way to the recipient: no conversation, bot removed or blocked.</summary>
    Unreachable,

    /// <summary>It was rightly not sent: the work was done, the recipient paused, or another card said it.</summary>
    Suppressed,
}
