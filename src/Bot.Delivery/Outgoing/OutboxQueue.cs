namespace Bot.Delivery.Outgoing;

/// <summary>What turns and dispatcher share about the outbox in memory.</summary>
/// <param name="Backlog">Which conversations have replies waiting.</param>
/// <param name="Signal">Wakes the dispatcher.</param>
internal sealed record OutboxQueue(OutboxBacklog Backlog, DispatchSignal Signal);
