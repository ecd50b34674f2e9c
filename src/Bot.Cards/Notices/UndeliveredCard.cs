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
            Sentence = words.Count("undelivered.sentence", messages.Count),
            Body =
            [
                Lines.Bullets(messages.Take(Most).Select(message => Line(message, words))),
                messages.Count > Most ? Lines.Small(words.Count("rest", messages.Count - Most)) : null,
                Lines.Small(words["undelivered.do"]),
            ],
            Buttons =
            [
                messages.Any(message => message.MayBeSentAgain)
                    ? Buttons.Ask(words["undelivered.again"], new UndeliveredQuery { Again = true }, context)
                    : null,
            ],
        };

    private static string Line(UndeliveredMessage message, Wording words) =>
        words.Say(
            "undelivered.line",
            Texts.Plain(message.Recipient ?? words["undelivered.channel"]),
            words["undelivered.kind." + KindOf(message)],
            words["undelivered.reason." + message.Reason]
        );

    private static string KindOf(UndeliveredMessage message) =>
        message.Kind switch
        {
            "" => "answer",
            "reminder" or "digest" or "request" or "warning" => message.Kind,
            _ => "notice",
        };
}
