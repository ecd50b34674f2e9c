using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Indicators;
using Bot.Indicators.Catalogues;
using Bot.Indicators.Periods;
using Bot.Indicators.Proposals;
using Bot.Store.Querying;
using Bot.Store.Rows;
using Bot.Store.Tables;
using Microsoft.EntityFrameworkCore;

namespace Bot.Store.Facts;

/// <summary>What speaks against a proposal.</summary>
internal sealed partial class FactDoubts(BotContext db, Catalogue catalogue, string text)
{
    // A rate that moves further than this between two periods is looked at again; so is anything else that trebles or falls to a third.
    private const decimal FarPoints = 30;
    private const decimal FarTimes = 3;

    public async Task<ValueList<FactDoubt>> OfAsync(
        ProposedFact fact,
        bool otherIsStored,
        bool isSaidTwice,
        CancellationToken cancellationToken
    )
    {
        var number = Number(fact);
        return
        [
            .. Where(FactDoubt.NotInQuote, !IsQuoted(fact, number)),
            .. Where(FactDoubt.OtherStored, otherIsStored),
            .. Where(FactDoubt.SaidTwice, isSaidTwice),
            .. fact is ProposedObservation o
                ? Where(FactDoubt.OutOfRange, number is { } value && !ObservationRules.IsPossible(catalogue[o.Indicator].Unit.Code, value))
                    .Concat(Where(FactDoubt.OutsideLife, !catalogue[o.Unit].ExistedBetween(o.Period.First, o.Period.Last)))
                    .Concat(Where(FactDoubt.Jump, await IsFarAsync(o, cancellationToken)))
                : [],
        ];
    }

    private static IEnumerable<FactDoubt> Where(FactDoubt doubt, bool holds) => holds ? [doubt] : [];

    private static decimal? Number(ProposedFact fact) =>
        fact switch
        {
            ProposedObservation o => o.Value,
            ProposedTarget t => t.Value,
            ProposedProject p => p.Progress,
            _ => null,
        };

    private bool IsQuoted(ProposedFact fact, decimal? number)
    {
        var (quote, start) = fact.Quote;
        if (start < 0 || start > text.Length || !text.AsSpan(start).StartsWith(quote, StringComparison.Ordinal))
        {
            return false;
        }

        return number is { } value
            ? HasNumber(quote, value)
            : fact is not ProposedObservation { Text: var words } || quote.Contains(words, StringComparison.OrdinalIgnoreCase);
    }

    private static bool HasNumber(string quote, decimal value)
    {
        foreach (var match in Numbers().EnumerateMatches(quote))
        {
            var printed = quote.Substring(match.Index, match.Length).TrimEnd('.', ',');
            if (Is(DecimalCommas.Read(printed) ?? printed, value) || Is(printed.Replace(".", "", StringComparison.Ordinal), value))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Is(string text, decimal value) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number == value;

    private async Task<bool> IsFarAsync(ProposedObservation o, CancellationToken cancellationToken)
    {
        if (o.Value is not { } value)
        {
            return false;
        }

        var recorded = await db.Set<ObservationRow>()
            .AsNoTracking()
            .Where(r => r.OrgUnit == o.Unit.Value && r.Indicator == o.Indicator.Value && r.Basis == o.Basis.Value)
            .Where(r => r.IsCurrent && r.Status == ObservationStatus.Approved && r.Value != null)
            .ToListAsync(cancellationToken);
        var before = recorded
            .Select(r => (Period: Period.TryParse(r.Period, out var period) ? period : null, Value: r.Value!.Value))
            .Where(r => r.Period is { } period && period.Last < o.Period.Last && Comparability.SameLength(period, o.Period))
            .OrderBy(r => r.Period!.Last)
            .LastOrDefault();
        return before.Period is not null
            && (
                catalogue[o.Indicator].Unit == MeasureUnit.Percent
                    ? Math.Abs(value - before.Value) > FarPoints
                    : value > before.Value * FarTimes || value * FarTimes < before.Value
            );
    }

    [GeneratedRegex(@"\d[\d.,]*", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();
}
