using Bot.Activities;

namespace Bot.Delivery;

/// <summary>What a turn has to say.</summary>
/// <param name="Activity">The one reply to post to the conversation; null for nothing to say.</param>
/// <param name="Response">The answer to an invoke; null for other activities, and for an invoke that nobody knows (501).</param>
public sealed record TurnReply(Activity? Activity, InvokeResponse? Response = null)
{
    /// <summary>Nothing to say.</summary>
    public static TurnReply Nothing { get; } = new((Activity?)null);
}
