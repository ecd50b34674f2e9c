using System.Text.Json;
using Bot.Indicators;
using Bot.Indicators.Catalogues;
using Bot.Indicators.Periods;
using Bot.Indicators.Proposals;
using Bot.Understanding.Statements;

namespace Bot.Understanding.LanguageModel;

/// <summary>Holds what the model proposes against the document: a fact is made only of what the rules see there themselves.</summary>
internal sealed class FactCheck(NamedInText named, OpenPassages asked, Catalogue catalogue)
{
    private static readonly string[] Members = ["quote", "unit", "indicator", "basis", "period", "value"];

    /// <summary>The proposal; null where any part of it does not follow from the document.</summary>
    public ProposedObservation? Of(JsonElement item)
    {
        if (
            item.ValueKind != JsonValueKind.Object
            || item.EnumerateObject().Any(member => !Members.Contains(member.Name))
            || Text(item, "quote") is not { Length: > 0 } words
            || Placed(words) is not { } quote
            || !item.TryGetProperty("value", out var number)
            || number.ValueKind != JsonValueKind.Number
            || !number.TryGetDecimal(out var value)
            || asked.Units.FirstOrDefault(unit => unit.Code.Value == Text(item, "unit")) is not { } unit
            || asked.Indicators.FirstOrDefault(i => i.Code.Value == Text(item, "indicator")) is not { } indicator
            || !Period.TryParse(Text(item, "period") ?? "", out var period)
            || BasisOf(indicator, Text(item, "basis"), quote) is not { } basis
        )
        {
            return null;
        }

        return
            named.IsAbout(quote, unit, period)
            && named.IsOf(quote, period)
            && named.Has(value, indicator, quote)
            && Measured.IsInRange(indicator, value)
            && NamedInText.Shares(quote.Text, indicator.Names, asked.AllNames)
            ? new ProposedObservation
            {
                ByModel = true,
                Quote = quote,
                Unit = catalogue[unit.Code].Code,
                Indicator = indicator.Code,
                Basis = basis,
                Period = period,
                Value = value,
                AsOf = named.PublishedOn,
            }
            : null;
    }

    // The words must stand in a sentence that was asked about, once: of two places nobody knows which is meant.
    private Quote? Placed(string words)
    {
        Quote? placed = null;
        foreach (var passage in asked.Passages)
        {
            for (
                var at = passage.Text.IndexOf(words, StringComparison.Ordinal);
                at >= 0;
                at = passage.Text.IndexOf(words, at + 1, StringComparison.Ordinal)
            )
            {
                var found = new Quote(words, passage.Start + at);
                if (placed is not null && placed != found)
                {
                    return null;
                }

                placed = found;
            }
        }

        return placed;
    }

    private static BasisCode? BasisOf(Indicator indicator, string? code, Quote quote) =>
        indicator.Bases.IsEmpty
            ? code is null or ""
                ? BasisCode.None
                : null
            : indicator
                .Bases.FirstOrDefault(basis =>
                    basis.Code.Value == code && NamedInText.Shares(quote.Text, basis.Names, [.. indicator.Bases.Select(b => b.Names)])
                )
                ?.Code;

    private static string? Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;
}
