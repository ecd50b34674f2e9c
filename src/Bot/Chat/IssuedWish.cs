using System.Globalization;
using Bot.Asking;
using Bot.Cards;
using Bot.Cards.Notices;
using Bot.Indicators;
using Bot.Indicators.Contacts;
using Bot.Indicators.Obligations;
using Bot.Indicators.Periods;
using Bot.Indicators.Queries;
using Bot.Reminders.Actions;

namespace Bot.Chat;

/// <summary>"The Department of Health has issued its plan no. 35": what was read is shown, and nothing is changed before the click.</summary>
internal sealed class IssuedWish(OpenObligations open, ClickedObligation clicked)
{
    public async Task<(CardMessage Message, Outcome Outcome)> AskAsync(
        RecordIssuedQuery wish,
        Contact? asker,
        CardContext context,
        CancellationToken cancellationToken
    )
    {
        if ((wish.Units?.Only ?? asker?.Unit) is not { } unit)
        {
            return asker is null ? (AnswerCards.Denied(context), Outcome.Denied) : Unclear(context);
        }

        if (!Rights.May(asker, ObligationAction.MarkIssued, unit))
        {
            return (ObligationCards.Denied(ObligationAction.MarkIssued, unit, context), Outcome.Denied);
        }

        if (await KeyAsync(wish, unit, asker, context, cancellationToken) is not { } key)
        {
            return Unclear(context);
        }

        var inputs = new Dictionary<string, string>
        {
            ["documentNumber"] = wish.Number ?? "",
            ["issuedOn"] = wish.IssuedOn?.ToString("O", CultureInfo.InvariantCulture) ?? "",
        };
        return (await clicked.ProposeIssuedAsync(key, inputs, asker!, context, cancellationToken), Outcome.Clarify);
    }

    // The plan that was named, or the only one that the unit still owes.
    private async Task<ObligationKey?> KeyAsync(
        RecordIssuedQuery wish,
        OrgUnitCode unit,
        Contact? asker,
        CardContext context,
        CancellationToken cancellationToken
    )
    {
        if (wish is { Types: [var named], Period: { } period })
        {
            return new(unit, named, period);
        }

        var owed = await open.FindAsync(UnitSet.Of(unit), wish.Types, wish.Period, asker, context, cancellationToken);
        return owed switch
        {
            [var only] => only.Case.Key,
            _ when wish.Types is [var type] => new(unit, type, Period.Year((wish.IssuedOn ?? context.Today).Year)),
            _ => null,
        };
    }

    private static (CardMessage, Outcome) Unclear(CardContext context) =>
        (ObligationCards.Said(WishOutcome.NothingNamed, context), Outcome.Clarify);
}
