using Bot.Asking;
using Bot.Cards;
using Bot.Cards.Notices;
using Bot.Delivery.Recovery;
using Bot.Indicators.Contacts;
using Bot.Indicators.Obligations;
using Bot.Indicators.Queries;
using Bot.Store.Contacts;

namespace Bot.Chat;

/// <summary>"Which messages were not delivered": shown with their reasons, and sent again on a click.</summary>
internal sealed class UndeliveredWish(DeadLetters letters, ContactBook contacts)
{
    private const string ContactPrefix = "contact:";
    private const int MostAtOnce = 500;

    public async Task<(CardMessage Message, Outcome Outcome)> AnswerAsync(
        UndeliveredQuery wish,
        Contact? asker,
        CardContext context,
        CancellationToken cancellationToken
    )
    {
        if (!Rights.MaySeeDeliveries(asker))
        {
            return (AnswerCards.Denied(context), Outcome.Denied);
        }

        if (wish is { Again: true, Message: { } one })
        {
            return await letters.ReplayAsync([one], cancellationToken) == 0
                ? (ObligationCards.Said(WishOutcome.NothingUndelivered, context), Outcome.NoData)
                : (ObligationCards.Said(WishOutcome.SentAgain, context, count: 1), Outcome.Answered);
        }

        var dead = await letters.ListAsync(MostAtOnce, cancellationToken);
        if (wish.Again)
        {
            dead = [.. dead.Where(letter => letter.MayBeReplayed)];
        }

        if (dead.Count == 0)
        {
            return (ObligationCards.Said(WishOutcome.NothingUndelivered, context), Outcome.NoData);
        }

        if (!wish.Again)
        {
            return (ObligationCards.Undelivered([.. dead.Select(Message)], context), Outcome.Answered);
        }

        var sent = await letters.ReplayAsync([.. dead.Select(letter => letter.Id)], cancellationToken);
        return (ObligationCards.Said(WishOutcome.SentAgain, context, count: sent), Outcome.Answered);
    }

    private UndeliveredMessage Message(DeadLetter letter) =>
        new(
            letter.Recipient.StartsWith(ContactPrefix, StringComparison.Ordinal)
                ? contacts.ByUpn(letter.Recipient[ContactPrefix.Length..])?.Name ?? letter.Recipient[ContactPrefix.Length..]
                : null,
            letter.Kind,
            letter.Reason,
            letter.MayBeReplayed
        );
}
