using Bot.Asking;
using Bot.Cards;
using Bot.Cards.Review;
using Bot.Delivery.Outgoing;
using Bot.Indicators.Contacts;
using Bot.Indicators.Queries;
using Bot.Store.Contacts;
using Bot.Store.Facts;
using Bot.Turns;

namespace Bot.Chat;

/// <summary>Composes a private answer when it is sent, with the rights that the person has then.</summary>
internal sealed class PrivateAnswerComposer(Assistant assistant, ContactBook contacts, FactLedger ledger) : IDeliveryComposer
{
    private const string ContactPrefix = "contact:";

    public string Kind => PrivateAnswer.Kind;

    public async ValueTask<Composition> ComposeAsync(Notice notice, CancellationToken cancellationToken)
    {
        if (contacts.ByUpn(notice.Recipient[ContactPrefix.Length..]) is not { } person)
        {
            return new Composition.Suppress("the recipient is no longer a contact");
        }

        if (PrivateAnswer.Parse(notice.Payload) is not { } about)
        {
            return new Composition.Suppress("the catalogue no longer has it");
        }

        var context = assistant.Context(about.Language, Sender.SurfaceOf(notice.ChannelId, notice.ServiceUrl));
        var message = about.IsDocument
            ? await ReviewAsync(about.Text, person, context, cancellationToken)
            : await AnswerAsync(about.Text, person, context, cancellationToken);
        if (message is null)
        {
            return new Composition.Suppress("the catalogue no longer has it");
        }

        var card = AnswerCards.AsCard(message, context);
        return new Composition.Send(card.Card, card.Summary, message.Assisted);
    }

    private async Task<CardMessage?> AnswerAsync(string text, Contact person, CardContext context, CancellationToken cancellationToken) =>
        QueryText.TryRead(text, context.Catalogue, out var query, out _) && query is ChatQuery wish && PrivateAnswers.Takes(wish)
            ? (await assistant.RunAsync(query, context.Language, before: null, context.Surface, person, cancellationToken)).Message
            : null;

    private async Task<CardMessage?> ReviewAsync(
        string document,
        Contact person,
        CardContext context,
        CancellationToken cancellationToken
    ) =>
        !Rights.MayDecideFacts(person) ? AnswerCards.Denied(context)
        : await ledger.FindAsync(document, cancellationToken) is { } review ? ReviewCards.Of(review, page: 1, context)
        : null;
}
