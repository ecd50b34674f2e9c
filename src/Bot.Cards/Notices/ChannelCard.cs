using Bot.AdaptiveCards.Actions;

namespace Bot.Cards.Notices;

/// <summary>Whether the channel gets what goes to the inspection team as a whole, and the button that changes it.</summary>
internal static class ChannelCard
{
    public static Draft Of(bool isChosen, Wording words, CardContext context)
    {
        var change = Button(!isChosen, words, context);
        return new()
        {
            Badge = isChosen ? StateBadge.Of(StateRole.Good, words["channel.badge"], "CheckmarkCircle") : null,
            Sentence = words[isChosen ? "channel.chosen" : "channel.offer"],
            Body = [Lines.Body(words["channel.what"]), Lines.Small(words["channel.who"])],
            Buttons = [isChosen ? change : change with { Style = ActionStyle.Positive }],
        };
    }

    /// <summary>The button that has notices posted to the channel, or no longer.</summary>
    public static CardAction Button(bool choose, Wording words, CardContext context) =>
        Buttons.Click(
            words[choose ? "channel.choose" : "channel.leave"],
            choose ? ChannelVerbs.Choose : ChannelVerbs.Leave,
            context,
            new() { ["lang"] = words.Tag }
        );
}
