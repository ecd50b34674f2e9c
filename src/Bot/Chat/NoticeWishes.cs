using Bot.Asking;
using Bot.Cards;
using Bot.Cards.Notices;
using Bot.Indicators.Contacts;
using Bot.Indicators.Queries;
using Bot.Reminders.Digest;
using Bot.Store.Notices;

namespace Bot.Chat;

/// <summary>What a person wishes of the own notices; the digest and what will go out, for those who may see it.</summary>
internal sealed class NoticeWishes(NoticePreferences preferences, WeeklyDigest digest, ReminderPreview preview)
{
    private const int LongestPauseDays = 30;
    private const int MostPreviewDays = 60;

    /// <summary>Begins or ends notices to the asker.</summary>
    public async Task<(CardMessage Message, Outcome Outcome)> SubscribeAsync(
        bool on,
        Contact? asker,
        CardContext context,
        CancellationToken cancellationToken
    )
    {
        if (asker is null)
        {
            return (ObligationCards.Said(WishOutcome.NoContact, context), Outcome.Denied);
        }

        await preferences.SetAsync(new NoticePreference(asker.Upn, on, PausedUntil: null), cancellationToken);
        return (ObligationCards.Said(on ? WishOutcome.Subscribed : WishOutcome.Unsubscribed, context), Outcome.Answered);
    }

    /// <summary>No notices to the asker before that day.</summary>
    public async Task<(CardMessage Message, Outcome Outcome)> PauseAsync(
        DateOnly? until,
        Contact? asker,
        CardContext context,
        CancellationToken cancellationToken
    )
    {
        if (asker is null)
        {
            return (ObligationCards.Said(WishOutcome.NoContact, context), Outcome.Denied);
        }

        if (until is not { } day || day <= context.Today || day > context.Today.AddDays(LongestPauseDays))
        {
            return (ObligationCards.Said(WishOutcome.PauseDay, context), Outcome.Clarify);
        }

        var on = !(await preferences.AllAsync(cancellationToken)).TryGetValue(asker.Upn, out var before) || before.On;
        await preferences.SetAsync(new NoticePreference(asker.Upn, on, day), cancellationToken);
        return (ObligationCards.Said(WishOutcome.Paused, context, day), Outcome.Answered);
    }

    /// <summary>Where all units stand today.</summary>
    public async Task<(CardMessage Message, Outcome Outcome)> DigestAsync(
        Contact? asker,
        CardContext context,
        CancellationToken cancellationToken
    ) =>
        Rights.MaySeeDeliveries(asker)
            ? (ObligationCards.Digest(await digest.SummaryAsync(context.Today, cancellationToken), context), Outcome.Answered)
            : (AnswerCards.Denied(context), Outcome.Denied);

    /// <summary>What will go out in the next days.</summary>
    public async Task<(CardMessage Message, Outcome Outcome)> PreviewAsync(
        PreviewQuery wish,
        Contact? asker,
        CardContext context,
        CancellationToken cancellationToken
    )
    {
        if (!Rights.MaySeeDeliveries(asker))
        {
            return (AnswerCards.Denied(context), Outcome.Denied);
        }

        var asked = wish with { Days = Math.Min(wish.Days, MostPreviewDays) };
        var days = await preview.DaysAsync(context.Today, asked.Days, cancellationToken);
        return (ObligationCards.Preview(days, asked, context), Outcome.Answered);
    }
}
