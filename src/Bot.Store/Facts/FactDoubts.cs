using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Indicators;
using Bot.Indicators.Catalogues;
using Bot.Indicators.Proposals;
using Bot.Store.Rows;
using Bot.Store.Tables;

namespace Bot.Store.Facts;

/// <summary>What speaks against a proposal.</summary>
internal sealed partial class FactDoubts(BotContext db, Catalogue catalogue, string text)
{
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
            .. Where(FactDoubt.ByModel, fact.ByModel),
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
        var row = new ObservationRow
        {
            OrgUnit = o.Unit.Value,
            Indicator = o.Indicator.Value,
            Basis = o.Basis.Value,
            Period = o.Period.ToString(),
            Value = o.Value,
        };
        return await Jumps.BeforeAsync(db, row, catalogue[o.Indicator].Unit == MeasureUnit.Percent, cancellationToken) is not null;
    }

    [GeneratedRegex(@"\d[\d.,]*", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();
}
