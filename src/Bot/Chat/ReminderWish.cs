using Bot.Asking;
using Bot.Cards;
using Bot.Cards.Notices;
using Bot.Indicators.Contacts;
using Bot.Indicators.Obligations;
using Bot.Indicators.Queries;
using Bot.Reminders.Actions;

namespace Bot.Chat;

/// <summary>"Remind the Department of Health": shown first whom it would reach, sent on a click.</summary>
internal sealed class ReminderWish(OpenObligations open, AskedReminders asked)
{
    private const int MostAtOnce = 20;

    /// <summary>Shows what would be sent; an official sees what the own unit still owes.</summary>
    public async Task<(CardMessage Message, Outcome Outcome)> AskAsync(
        RemindQuery wish,
        Contact? asker,
        CardContext context,
        CancellationToken cancellationToken
    )
    {
        if (asker is { Role: Role.Official, Unit: { } own } && (wish.Units is null || wish.Units.Only == own))
        {
            var mine = await open.FindAsync(UnitSet.Of(own), wish.Types, wish.Period, asker, context, cancellationToken);
            return mine.Count == 0
                ? (ObligationCards.Said(WishOutcome.NothingOpen, context), Outcome.NoData)
                : (ObligationCards.Of(mine, context), Outcome.Answered);
        }

        if (!Rights.MayRemindOthers(asker))
        {
            return (AnswerCards.Denied(context), Outcome.Denied);
        }

        var found = await open.FindAsync(wish.Units ?? UnitSet.All, wish.Types, wish.Period, asker, context, cancellationToken);
        List<CaseView> views = [.. found.Take(MostAtOnce)];
        var recipients = asked.Recipients(views.Select(v => v.Case.Key)).Count;
        return (views.Count, recipients) switch
        {
            (0, _) => (ObligationCards.Said(WishOutcome.NothingOpen, context), Outcome.NoData),
            (_, 0) => (ObligationCards.Said(WishOutcome.Nobody, context), Outcome.NoData),
            _ => (ObligationCards.ConfirmRemind(views, recipients, context), Outcome.Clarify),
        };
    }

    /// <summary>Sends it, as the button names the obligations; what is not owed any more is left out by what composes it.</summary>
    public async Task<(CardMessage Message, Outcome Outcome)> SendAsync(
        string? among,
        Contact? asker,
        CardContext context,
        CancellationToken cancellationToken
    )
    {
        if (!Rights.MayRemindOthers(asker))
        {
            return (AnswerCards.Denied(context), Outcome.Denied);
        }

        List<ObligationKey> keys =
        [
            .. (among ?? "")
                .Split(ObligationVerbs.Between)
                .Select(text => ObligationKey.Find(text, context.Catalogue))
                .OfType<ObligationKey>()
                .Distinct()
                .Take(MostAtOnce),
        ];
        if (asked.Recipients(keys).Count == 0)
        {
            return (ObligationCards.Said(WishOutcome.Nobody, context), Outcome.NoData);
        }

        var sent = await asked.SendAsync(keys, context.Today, cancellationToken);
        return (ObligationCards.Said(sent > 0 ? WishOutcome.Reminded : WishOutcome.RemindedBefore, context, count: sent), Outcome.Answered);
    }
}
