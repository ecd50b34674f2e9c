using System.Text.Json;
using Bot.Activities;
using Bot.Asking;
using Bot.CardActions;
using Bot.Delivery;
using Bot.Teams;

namespace Bot.Turns;

/// <summary>An invoke is answered in the HTTP response: a click on a card with the card that now is right (bot-protocol 4).</summary>
internal sealed class InvokeTurn(
    VerbRouter verbs,
    FeedbackActions feedback,
    SearchBox search,
    MessageExtract extract,
    RefusedAttempts refused
)
{
    private static readonly InvokeResponse BadRequest = new(400);

    public async Task<Turn> HandleAsync(Activity activity, CancellationToken cancellationToken)
    {
        switch (activity.Name)
        {
            case "adaptiveCard/action":
                return await ClickAsync(activity, cancellationToken);
            case "message/submitAction":
                await feedback.TakeAsync(activity.Value, Sender.Of(activity), cancellationToken);
                // Teams thanks for the feedback itself; anything but an empty object is shown as an error.
                return Of(new InvokeResponse(200, RawJson.FromText("{}")), "feedback", Outcome.Answered);
            case { } name when name.StartsWith("composeExtension/", StringComparison.Ordinal):
                return activity.Value is { ValueKind: JsonValueKind.Object } value
                    ? await ExtendAsync(name, value, Sender.Of(activity), cancellationToken)
                    : new Turn(new TurnReply(null, BadRequest), name, "Refused");
            case null or "":
                return new Turn(new TurnReply(null, InvokeResponse.Ok), "none", "silent");
            default:
                return Unknown;
        }
    }

    private static Turn Unknown => new(new TurnReply(null, InvokeResponse.NotImplemented), "none", "unknown");

    private async Task<Turn> ClickAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (activity.Value is not { } value || CardClick.FromInvoke(value) is not { } click)
        {
            return new Turn(new TurnReply(null, CardInvoke.Error("BadRequest", "value.action.verb is missing")), "click", "Refused");
        }

        var sender = Sender.Of(activity);
        var answer = await verbs.AnswerAsync(click, sender, cancellationToken);
        await refused.NoteAsync(answer, click, sender, cancellationToken);
        return Of(
            CardInvoke.Answer(answer.Message),
            answer.Query?.Kind ?? (answer.Outcome == Outcome.Denied ? "click" : click.Verb),
            answer.Outcome
        );
    }

    // The compose box and the menu of a message.
    private async Task<Turn> ExtendAsync(string name, JsonElement value, Sender sender, CancellationToken cancellationToken)
    {
        switch (name)
        {
            case "composeExtension/query":
                return Of(search.Find(value, sender), name, Outcome.Answered);
            case "composeExtension/selectItem":
                var (card, chosen) = await search.AnswerAsync(value, sender, cancellationToken);
                return Of(card, name, chosen);
            case "composeExtension/fetchTask":
                var (dialog, opened) = await extract.OpenAsync(value, sender, cancellationToken);
                return Of(dialog, name, opened);
            case "composeExtension/submitAction":
                var (next, done) = await extract.ContinueAsync(value, sender, cancellationToken);
                return Of(next, name, done);
            default:
                return Unknown;
        }
    }

    private static Turn Of(InvokeResponse response, string kind, Outcome outcome) =>
        new(new TurnReply(null, response), kind, outcome.ToString());
}
