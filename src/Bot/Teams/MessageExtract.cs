using System.Text.Json;
using Bot.Activities;
using Bot.Asking;
using Bot.CardActions;
using Bot.Cards;
using Bot.Cards.Searching;
using Bot.Documents;
using Bot.Store.Contacts;
using Bot.Turns;

namespace Bot.Teams;

/// <summary>
/// "Read figures from this message": the message's text goes the way of any document an inspector sends, and what is found is decided on in
/// the dialog. A dialog sends each of its buttons back here, with the verb in its data.
/// </summary>
internal sealed class MessageExtract(
    Assistant assistant,
    SentDocuments documents,
    VerbRouter verbs,
    ContactBook contacts,
    RefusedAttempts refused
)
{
    /// <summary>Opens the dialog.</summary>
    public async Task<(InvokeResponse Response, Outcome Outcome)> OpenAsync(
        JsonElement value,
        Sender sender,
        CancellationToken cancellationToken
    )
    {
        var person = contacts.ByObjectId(sender.AadObjectId);
        var context = assistant.Context(person?.Language ?? sender.Language, Surface.Dialog);
        var text = TextOf(value);
        if (text.Length == 0)
        {
            return (ExtensionBodies.Closing(SearchCards.Said(SearchSaying.NoText, context)), Outcome.NoData);
        }

        var answer = await documents.TakeTextAsync(text, person, context, cancellationToken);
        await refused.NoteAsync(answer.Outcome, "document", "", sender, cancellationToken);
        return (ExtensionBodies.Dialog(SearchCards.DialogTitle(context), answer.Message), answer.Outcome);
    }

    /// <summary>Carries out a button of the dialog and shows the card that now is right; without a verb it closes.</summary>
    public async Task<(InvokeResponse Response, Outcome Outcome)> ContinueAsync(
        JsonElement value,
        Sender sender,
        CancellationToken cancellationToken
    )
    {
        if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty("data", out var data) || CardClick.From(data) is not { } click)
        {
            return (InvokeResponse.Ok, Outcome.Answered);
        }

        var answer = await verbs.AnswerAsync(click, sender with { Surface = Surface.Dialog }, cancellationToken);
        await refused.NoteAsync(answer, click, sender, cancellationToken);
        var title = SearchCards.DialogTitle(assistant.Context(answer.Message.Language, Surface.Dialog));
        return (ExtensionBodies.Dialog(title, answer.Message), answer.Outcome);
    }

    private static string TextOf(JsonElement value)
    {
        if (
            value.ValueKind != JsonValueKind.Object
            || !value.TryGetProperty("messagePayload", out var message)
            || message.ValueKind != JsonValueKind.Object
            || !message.TryGetProperty("body", out var body)
        )
        {
            return "";
        }

        var read = new CardClick("", body);
        var content = read.Text("content") ?? "";
        return (read.Text("contentType") == "text" ? content : HtmlText.Of(content)).Trim();
    }
}
