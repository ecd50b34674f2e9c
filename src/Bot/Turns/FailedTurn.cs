using Bot.Activities;
using Bot.Asking;
using Bot.CardActions;
using Bot.Cards;
using Bot.Delivery;
using Bot.Teams;
using Bot.Telemetry;

namespace Bot.Turns;

/// <summary>
/// What a person sees of a fault of ours: that it is one, and a reference under which the log has it. Whether a channel repeats what was
/// answered with an error is written nowhere, so nobody is left without an answer.
/// </summary>
internal sealed class FailedTurn(Assistant assistant, ILogger<FailedTurn> logger)
{
    private const string Kind = "failed";

    /// <summary>Whether somebody waits for an answer to that activity.</summary>
    public static bool Speaks(Activity activity) => activity.Type is ActivityTypes.Message or ActivityTypes.Invoke;

    public Turn Of(Activity activity, Exception fault)
    {
        var reference = FaultReference.New();
        logger.TurnFailed(fault, reference);
        var reply =
            activity.Type == ActivityTypes.Invoke
                ? new TurnReply(null, Answer(activity, AnswerCards.FailureLine(reference, Sender.Of(activity).Language)))
                : new TurnReply(Said(activity, reference));
        return new Turn(reply, Kind, Kind);
    }

    /// <summary>The same of an activity during whose turn the process ended each time; null where nobody waits.</summary>
    public Activity? GivenUp(Activity activity)
    {
        if (!Speaks(activity))
        {
            return null;
        }

        var reference = FaultReference.New();
        logger.TurnGivenUp(activity.Type, activity.Id, reference);
        return Said(activity, reference);
    }

    private Activity Said(Activity activity, string reference)
    {
        var sender = Sender.Of(activity);
        var context = assistant.LastContext(sender.Language, sender.Surface);
        return Replies.To(
            activity,
            sender,
            context is null ? AnswerCards.FailureLine(reference, sender.Language) : AnswerCards.Failure(reference, context)
        );
    }

    // A card stays as it is, with the line below it: what was typed into it is not lost.
    private static InvokeResponse Answer(Activity activity, CardMessage line) =>
        activity.Name switch
        {
            "composeExtension/fetchTask" or "composeExtension/submitAction" => ExtensionBodies.Closing(line.Summary),
            "composeExtension/query" or "composeExtension/selectItem" => ExtensionBodies.Said(line.Summary),
            "message/submitAction" => new InvokeResponse(200, RawJson.FromText("{}")),
            _ => CardInvoke.Answer(line),
        };
}
