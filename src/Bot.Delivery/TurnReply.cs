using Bot.Activities;
using Bot.Store.Notices;

namespace Bot.Delivery;

/// <summary>What a turn has to say.</summary>
/// <param name="Activity">The one reply to post to the conversation; null for nothing to say.</param>
/// <param name="Response">The answer to an invoke; null for other activities, and for an invoke that nobody knows (501).</param>
public sealed record TurnReply(Activity? Activity, InvokeResponse? Response = null)
{
    /// <summary>What the reply's card shows, where it is to be kept up to date; null for any other reply.</summary>
    public KeptCard? Keeps { get; init; }

    /// <summary>Nothing to say.</summary>
    public static TurnReply Nothing { get; } = new((Activity?)null);
}
