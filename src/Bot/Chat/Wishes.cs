using System.Diagnostics;
using Bot.Asking;
using Bot.Cards;
using Bot.Indicators.Contacts;
using Bot.Indicators.Queries;

namespace Bot.Chat;

/// <summary>Wishes typed in chat that change something, or that only some may have: each is confirmed by a click or carried out for the asker alone.</summary>
internal sealed class Wishes(
    ReminderWish reminders,
    IssuedWish issued,
    NoticeWishes notices,
    ChannelWish channels,
    NameTeaching names,
    UndeliveredWish undelivered,
    ContactDesk people,
    PrivateAnswers privately
)
{
    /// <summary>Whether the wish is one of them.</summary>
    public static bool Takes(ChatQuery wish) =>
        wish
            is RemindQuery
                or RecordIssuedQuery
                or SubscribeQuery
                or PauseQuery
                or DigestQuery
                or PreviewQuery
                or OpenQuestionsQuery
                or ContactsQuery
                or UndeliveredQuery;

    /// <summary>The same where others read along: what is for the asker alone is told to the asker alone, a refusal there and then.</summary>
    public async Task<(CardMessage Message, Outcome Outcome)> CarryOutAsync(
        ChatQuery wish,
        CardContext context,
        Contact? asker,
        Overheard? place,
        CancellationToken cancellationToken
    )
    {
        var (message, outcome) = await CarryOutAsync(wish, context, asker, cancellationToken);
        return
            place is null
            || asker is null
            || outcome == Outcome.Denied
            || !PrivateAnswers.Takes(wish)
            || await privately.MaySayAsync(wish, place, cancellationToken)
            ? (message, outcome)
            : (await privately.SendAsync(wish, place, asker, context, cancellationToken), outcome);
    }

    /// <summary>Carries it out for that asker; null is a guest.</summary>
    private Task<(CardMessage Message, Outcome Outcome)> CarryOutAsync(
        ChatQuery wish,
        CardContext context,
        Contact? asker,
        CancellationToken cancellationToken
    ) =>
        wish switch
        {
            RemindQuery remind => reminders.AskAsync(remind, asker, context, cancellationToken),
            RecordIssuedQuery record => issued.AskAsync(record, asker, context, cancellationToken),
            SubscribeQuery subscribe => notices.SubscribeAsync(subscribe.On, asker, context, cancellationToken),
            PauseQuery pause => notices.PauseAsync(pause.Until, asker, context, cancellationToken),
            UndeliveredQuery letters => undelivered.AnswerAsync(letters, asker, context, cancellationToken),
            DigestQuery => notices.DigestAsync(asker, context, cancellationToken),
            ContactsQuery => Task.FromResult(people.List(find: "", page: 1, asker, context)),
            OpenQuestionsQuery => names.ListAsync(asker, context, cancellationToken),
            PreviewQuery preview => notices.PreviewAsync(preview, asker, context, cancellationToken),
            _ => throw new UnreachableException(wish.GetType().Name),
        };

    /// <summary>The wish for notices, said where others read along.</summary>
    public Task<(CardMessage Message, Outcome Outcome)> AskForChannelAsync(
        string conversation,
        CardContext context,
        Contact? asker,
        CancellationToken cancellationToken
    ) => channels.AskAsync(conversation, asker, context, cancellationToken);
}
