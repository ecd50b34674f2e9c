using Bot.Cards;
using Bot.Cards.Notices;
using Bot.Delivery.Outgoing;
using Bot.Indicators.Contacts;
using Bot.Indicators.Obligations;
using Bot.Reminders.Composing;
using Bot.Reminders.Planning;
using Bot.Store.Notices;
using Bot.Store.Obligations;

namespace Bot.Reminders.Actions;

/// <summary>
/// Carries out a click on an obligation's card and answers with the card that now is right. The sender decides what may be done; a card that
/// was overtaken changes nothing.
/// </summary>
public sealed class ClickedObligation
{
    private readonly CaseViews _views;
    private readonly NoticeLedger _ledger;
    private readonly ObligationChanges _changes;
    private readonly Requests _requests;
    private readonly DispatchSignal _dispatch;
    private readonly TimeProvider _clock;

    internal ClickedObligation(
        CaseViews views,
        NoticeLedger ledger,
        ObligationChanges changes,
        Requests requests,
        DispatchSignal dispatch,
        TimeProvider clock
    ) => (_views, _ledger, _changes, _requests, _dispatch, _clock) = (views, ledger, changes, requests, dispatch, clock);

    /// <summary>Carries it out for that sender; null is a guest.</summary>
    public async Task<ClickAnswer> RunAsync(
        ObligationClick click,
        Contact? sender,
        CardContext context,
        CancellationToken cancellationToken
    )
    {
        if (ObligationKey.Find(click.Obligation, context.Catalogue) is not { } key)
        {
            return click is { Action: null, Among: { } list }
                ? await ListAsync(list, sender, context, cancellationToken)
                : new(AnswerCards.Outdated(context), click.Action is null ? ClickEnd.Outdated : ClickEnd.OfNoCard);
        }

        var view = await ViewAsync(key, click, sender, context, cancellationToken);
        switch (click.Action)
        {
            case null:
                return new(ObligationCards.Of([view], context), ClickEnd.Done);
            case { } action when !Rights.May(sender, action, key.Unit):
                return new(ObligationCards.Denied(action, key.Unit, context), ClickEnd.Denied);
            case ObligationAction.Why:
                return new(ObligationCards.Why(view, context), ClickEnd.Done);
            case not null when click.Version is not { } drawn || drawn > view.Case.Version:
                return Outdated(view, context) with { End = ClickEnd.OfNoCard };
            case { } action when click.Version != view.Case.Version || !ObligationOffers.IsOpen(action, view.Case, context.Today):
                return Outdated(view, context);
            case ObligationAction.Acknowledge when !view.Offers.Contains(ObligationAction.Acknowledge):
                return new(ObligationCards.Of([view], context), ClickEnd.Done);
            case { } action:
                return await ChangeAsync(action, click, view, sender!, context, cancellationToken);
        }
    }

    /// <summary>Shows what was read of "was issued", with a button that says so; or the form where something of it cannot be right.</summary>
    public async Task<CardMessage> ProposeIssuedAsync(
        ObligationKey key,
        IReadOnlyDictionary<string, string> inputs,
        Contact sender,
        CardContext context,
        CancellationToken cancellationToken
    )
    {
        // The card is kept up to date, as that of a notice.
        var view = await _views.FindAsync(key, sender, context.Today, cancellationToken) with
        {
            IsPosted = true,
        };
        if (view.Case.IsDone)
        {
            return ObligationCards.Of([view], context);
        }

        var check = new FormCheck(ObligationAction.MarkIssued, inputs, view.Case, context.Today);
        return check.Read(sender.Upn, _clock.GetUtcNow(), out var form) is null
            ? ObligationCards.Form(ObligationAction.MarkIssued, view, form, context)
            : ObligationCards.ConfirmIssued(view, form, context);
    }

    private async Task<ClickAnswer> ChangeAsync(
        ObligationAction action,
        ObligationClick click,
        CaseView view,
        Contact sender,
        CardContext context,
        CancellationToken cancellationToken
    )
    {
        var check = new FormCheck(action, click.Inputs, view.Case, context.Today);
        if (FormCheck.IsNeeded(action) && !check.IsFilled)
        {
            return new(ObligationCards.Form(action, view, FormState.Empty, context), ClickEnd.Asked);
        }

        if (check.Read(sender.Upn, _clock.GetUtcNow(), out var form) is not { } happened)
        {
            return new(ObligationCards.Form(action, view, form, context), ClickEnd.Asked);
        }

        var notices = await _requests.FollowingAsync(view.Case, happened, context.Today, cancellationToken);
        var taken = await _changes.TryAppendAsync(view.Case, happened, notices, cancellationToken);
        _dispatch.Wake();
        var now = await ViewAsync(view.Case.Key, click, sender, context, cancellationToken);
        return taken
            ? new(ObligationCards.Of([now], context), ClickEnd.Done)
            {
                BesideTheNotice = click.IsPosted ? ObligationCards.Taken(context) : null,
            }
            : Outdated(now, context);
    }

    private static ClickAnswer Outdated(CaseView view, CardContext context) =>
        new(ObligationCards.Of([view with { Remark = ObligationCards.Changed(view.Case, context) }], context), ClickEnd.Outdated);

    private async Task<CaseView> ViewAsync(
        ObligationKey key,
        ObligationClick click,
        Contact? sender,
        CardContext context,
        CancellationToken cancellationToken
    ) =>
        await _views.FindAsync(key, sender, context.Today, cancellationToken, click.Occasion) with
        {
            Among = click.Among,
            IsPosted = click.IsPosted || sender is not null,
        };

    private async Task<ClickAnswer> ListAsync(CaseList list, Contact? sender, CardContext context, CancellationToken cancellationToken)
    {
        List<(ObligationKey, Occasion?)> asked = [.. list.Keys.Select(key => (key, (Occasion?)null))];
        if (list.Notice is { } notice && await _ledger.MessageAsync(notice, ReminderPayload.Kind, cancellationToken) is { } message)
        {
            if (!MayOpen(message.Recipient, sender))
            {
                return new(AnswerCards.Outdated(context), ClickEnd.OfNoCard);
            }

            asked = NoticeItems.Of(ReminderPayload.Parse(message.Payload), context.Today.AddDays(-message.DaysAgo), context.Catalogue);
        }

        var found = await _views.FindAllAsync(asked, sender, context.Today, cancellationToken);
        var isKept = list.Notice is not null || sender is not null && found.Count <= ObligationCards.MostKept;
        return found.Count == 0
            ? new(AnswerCards.Outdated(context), ClickEnd.Outdated)
            : new(ObligationCards.Of([.. found.Select(view => view with { IsPosted = isKept })], context, list), ClickEnd.Done);
    }

    // Notices are numbered, and a number is soon guessed: what was sent to one person is opened by that person, or by who sees deliveries
    // anyhow. What was posted to a channel is turned over by whoever reads it there.
    private static bool MayOpen(string recipient, Contact? sender) =>
        Rights.MaySeeDeliveries(sender)
        || !Addressees.IsPerson(recipient)
        || sender is not null && string.Equals(recipient, Addressees.RecipientOf(sender.Upn), StringComparison.OrdinalIgnoreCase);
}
