using Bot.AdaptiveCards.Inputs;

namespace Bot.Cards.Welcome;

/// <summary>Asks whether an answer was right, with room for a word.</summary>
internal static class FeedbackCard
{
    public static Draft Of(string about, Wording words, CardContext context) =>
        new()
        {
            Sentence = words["feedback.ask"],
            Body = [new TextInput("comment", words["feedback.comment"]) { IsMultiline = true, MaxLength = 300 }],
            Buttons =
            [
                Buttons.Vote(words["feedback.up"], "up", about, context),
                Buttons.Vote(words["feedback.down"], "down", about, context),
            ],
        };
}
