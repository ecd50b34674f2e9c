using Bot.Activities;
using Bot.CardActions;
using Bot.Delivery;

namespace Bot.Turns;

/// <summary>An invoke is answered in the HTTP response: a click on a card with the card that now is right (bot-protocol 4).</summary>
internal sealed class InvokeTurn(VerbRouter verbs, FeedbackActions feedback)
{
    public async Task<Turn> HandleAsync(Activity activity, CancellationToken cancellationToken)
    {
        switch (activity.Name)
        {
            case "adaptiveCard/action":
                return await ClickAsync(activity, cancellationToken);
            case "message/submitAction":
                await feedback.TakeAsync(activity.Value, Sender.Of(activity), cancellationToken);
                // Teams thanks for the feedback itself; anything but an empty object is shown as an error.
                return new Turn(new TurnReply(null, new InvokeResponse(200, RawJson.FromText("{}"))), "feedback", "Answered");
            case null or "":
                return new Turn(new TurnReply(null, InvokeResponse.Ok), "none", "silent");
            default:
                return new Turn(new TurnReply(null, InvokeResponse.NotImplemented), "none", "unknown");
        }
    }

    private async Task<Turn> ClickAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (activity.Value is not { } value || CardClick.FromInvoke(value) is not { } click)
        {
            return new Turn(new TurnReply(null, CardInvoke.Error("BadRequest", "value.action.verb is missing")), "click", "Refused");
        }

        var answer = await verbs.AnswerAsync(click, Sender.Of(activity), cancellationToken);
        return new Turn(
            new TurnReply(null, CardInvoke.Answer(answer.Message)),
            answer.Query?.Kind ?? click.Verb,
            answer.Outcome.ToString()
        );
    }
}
