namespace Bot.Cards.Notices;

/// <summary>The verbs of the card that makes a channel the inspection team's; the channel is where the click comes from.</summary>
public static class ChannelVerbs
{
    /// <summary>What goes to the inspection team is posted to the channel from now on.</summary>
    public const string Choose = "channel/choose";

    /// <summary>No longer.</summary>
    public const string Leave = "channel/leave";
}
