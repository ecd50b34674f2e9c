using Bot.Asking;
using Bot.Cards;
using Bot.Telemetry;
using Bot.Turns;

namespace Bot.CardActions;

/// <summary><c>feedback/give</c>: thumbs up or down on an answer, counted; nothing is learnt without a person.</summary>
internal sealed class FeedbackActions(Assistant assistant, BotMeters meters)
{
    public Answer Give(CardClick click, Sender sender)
    {
        var context = assistant.Context(sender.Language, sender.Surface);
        meters.Judged(click.Text("vote") == "up");
        return new Answer { Message = AnswerCards.FeedbackTaken(context), Outcome = Outcome.Answered };
    }
}
