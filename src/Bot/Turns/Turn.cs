using Bot.Delivery;

namespace Bot.Turns;

/// <summary>What a turn says, and what the log says of it (never the words).</summary>
/// <param name="Reply">What goes out.</param>
/// <param name="Kind">The kind of query, or of turn where there was none.</param>
/// <param name="Outcome">What became of it.</param>
internal sealed record Turn(TurnReply Reply, string Kind, string Outcome)
{
    /// <summary>Nothing is said.</summary>
    public static Turn Silent { get; } = new(TurnReply.Nothing, "none", "silent");
}
