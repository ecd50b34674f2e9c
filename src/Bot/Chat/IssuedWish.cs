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
        var named = wish.Types is [var type] ? context.Catalogue[type] : null;
        if (named is not null && wish.Period is { } period && PeriodOf(named, period, context) is { } meant)
        {
            return new(unit, named.Code, meant);
        }

        var owed = await open.FindAsync(UnitSet.Of(unit), wish.Types, wish.Period, asker, context, cancellationToken);
        return owed switch
        {
            [var only] => only.Case.Key,
            _ when named?.Frequency == "year" => new(unit, named.Code, Period.Year((wish.IssuedOn ?? context.Today).Year)),
            _ => null,
        };
    }

    // A report of a half-year is not one of the year; of a type that is not said to come again, the period is as it was named.
    private Period? PeriodOf(ObligationType type, Period named, CardContext context) =>
        type.Frequency.Length == 0 ? named
        : open.Meant(type, named, context.Today) is [var only] ? only
        : null;

    private static (CardMessage, Outcome) Unclear(CardContext context) =>
        (ObligationCards.Said(WishOutcome.NothingNamed, context), Outcome.Clarify);
}
