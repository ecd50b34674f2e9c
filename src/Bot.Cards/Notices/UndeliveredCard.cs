using Bot.Indicators.Obligations;

namespace Bot.Cards.Notices;

/// <summary>The messages that were given up: to whom, what, why; with a button that sends them again.</summary>
internal static class UndeliveredCard
{
    private const int Most = 10;

    public static Draft Of(IReadOnlyList<UndeliveredMessage> messages, Wording words, CardContext context) =>
        new()
        {
            Badge = StateBadge.Of(StateRole.Act, words["badge.warning"], "ErrorCircle"),
            Sentence = words.Count("letters.sentence", messages.Count),
            Body =
            [
                Lines.Bullets(messages.Take(Most).Select(message => Line(message, words, context))),
                messages.Count > Most ? Lines.Small(words.Count("rest", messages.Count - Most)) : null,
                Lines.Small(words["letters.do"]),
            ],
            Buttons =
            [
                messages.Any(message => message.MayBeSentAgain)
                    ? Buttons.Ask(words["letters.again"], new UndeliveredQuery { Again = true }, context)
                    : null,
            ],
        };

    private static string Line(UndeliveredMessage message, Wording words, CardContext context) =>
        words.Say(
            "letters.line",
            Texts.Plain(message.Recipient ?? words["letters.channel"]),
            words["letters.kind." + KindOf(message)],
            Texts.Plain(ReasonWords.In(message.Reason, context.Language))
        );

    private static string KindOf(UndeliveredMessage message) =>
        message.Kind switch
        {
            "" => "answer",
            "reminder" or "digest" or "request" or "warning" => message.Kind,
            _ => "notice",
        };
}
