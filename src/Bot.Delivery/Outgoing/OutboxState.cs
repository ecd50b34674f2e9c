namespace Bot.Delivery.Outgoing;

/// <summary>The states of a row of the outbox.</summary>
internal static class OutboxState
{
    /// <summary>To be sent.</summary>
    public const string Due = nameof(Due);

    /// <summary>The connector took it.</summary>
    public const string Sent = nameof(Sent);

    /// <summary>A notice that was rightly not sent when its moment had come.</summary>
    public const string Suppressed = nameof(Suppressed);

    /// <summary>Refused for good, or tried too long: a dead letter.</summary>
    public const string Dead = nameof(Dead);
}
