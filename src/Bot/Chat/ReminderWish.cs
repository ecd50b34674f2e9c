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
                : (
                    ObligationCards.Of([.. mine.Select(v => v with { IsPosted = mine.Count <= ObligationCards.MostKept })], context),
                    Outcome.Answered
                );
        }

        if (!Rights.MayRemindOthers(asker))
        {
            return (AnswerCards.Denied(context), Outcome.Denied);
        }

        var found = await open.FindAsync(wish.Units ?? UnitSet.All, wish.Types, wish.Period, asker, context, cancellationToken);
        List<CaseView> views = [.. found.Take(MostAtOnce)];
        if (views.Count == 0)
        {
            return (ObligationCards.Said(WishOutcome.NothingOpen, context), Outcome.NoData);
        }

        var (reached, spared) = await asked.RecipientsAsync(views.Select(v => v.Case.Key), context.Today, cancellationToken);
        return (reached.Count, spared.Count) switch
        {
            (0, 0) => (ObligationCards.Said(WishOutcome.Nobody, context), Outcome.NoData),
            (0, _) => (ObligationCards.Reminded(0, spared, context), Outcome.Answered),
            _ => (ObligationCards.ConfirmRemind(views, reached.Count, context), Outcome.Clarify),
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
        var (reached, spared) = await asked.RecipientsAsync(keys, context.Today, cancellationToken);
        if (reached.Count + spared.Count == 0)
        {
            return (ObligationCards.Said(WishOutcome.Nobody, context), Outcome.NoData);
        }

        var sent = await asked.SendAsync(keys, context.Today, cancellationToken);
        return reached.Count > 0 && sent == 0
            ? (ObligationCards.Said(WishOutcome.RemindedBefore, context), Outcome.Answered)
            : (ObligationCards.Reminded(sent, spared, context), Outcome.Answered);
    }
}
