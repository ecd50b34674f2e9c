using Bot.Asking;
using Bot.Cards;
using Bot.Cards.Notices;
using Bot.Indicators.Contacts;
using Bot.Store.Notices;

namespace Bot.Chat;

/// <summary>"Subscribe to reminders", said in a channel: it may become one of the inspection team's, on the click of who may.</summary>
internal sealed class ChannelWish(InspectionChannels channels)
{
    /// <summary>Shows whether it is one.</summary>
    public async Task<(CardMessage Message, Outcome Outcome)> AskAsync(
        string conversation,
        Contact? asker,
        CardContext context,
        CancellationToken cancellationToken
    ) =>
        Rights.MayChooseChannel(asker)
            ? (ObligationCards.Channel(await channels.IncludesAsync(conversation, cancellationToken), context), Outcome.Clarify)
            : (AnswerCards.Denied(context), Outcome.Denied);

    /// <summary>Takes it in or out, as the button says; null where the click came from a personal chat.</summary>
    public async Task<(CardMessage Message, Outcome Outcome)> ChangeAsync(
        string? conversation,
        bool choose,
        Contact? asker,
        CardContext context,
        CancellationToken cancellationToken
    )
    {
        if (!Rights.MayChooseChannel(asker))
        {
            return (AnswerCards.Denied(context), Outcome.Denied);
        }

        if (conversation is null)
        {
            return (AnswerCards.Outdated(context), Outcome.NoData);
        }

        await channels.SetAsync(conversation, choose, cancellationToken);
        return (ObligationCards.Channel(choose, context), Outcome.Answered);
    }
}
