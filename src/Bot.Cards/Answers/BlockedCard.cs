using Bot.Indicators.Readings;

namespace Bot.Cards.Answers;

/// <summary>Something that could change the answer was not understood: says what, gives no figure, offers what is near.</summary>
internal static class BlockedCard
{
    public static Draft Of(Reading.Blocked reading, Wording words, CardContext context)
    {
        var typed = Texts.Typed(reading.Words);
        var named = typed.Any(char.IsLetterOrDigit);
        List<CardElement> nearest = [.. ChoiceRow.ForAll(reading.Nearest, context)];
        var unknown = reading.By is BlockedBy.UnknownUnit or BlockedBy.UnknownIndicator;
        return new()
        {
            Sentence = named ? words.Say("blocked." + reading.By, typed) : words["blocked.bare"],
            Badge = unknown ? StateBadge.Of(StateRole.Neutral, words["badge.unknown"], "SubtractCircle") : null,
            Body =
            [
                Lines.Body(words[reading.By == BlockedBy.UnknownUnit ? "blocked.noOther" : "blocked.noAnswer"]),
                nearest.Count == 0
                    ? null
                    : Lines.Section(words[reading.By == BlockedBy.UnknownUnit ? "blocked.nearestNames" : "blocked.nearest"]),
                .. nearest,
            ],
            Buttons =
            [
                reading.By == BlockedBy.UnknownUnit
                    ? Buttons.Ask(words["button.units"], new HelpQuery { Topic = HelpTopic.Units }, context)
                    : Buttons.Ask(words["button.catalogue"], new HelpQuery { Topic = HelpTopic.Indicators }, context),
            ],
        };
    }
}
