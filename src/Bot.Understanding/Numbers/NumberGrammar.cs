using System.Globalization;
using Bot.Understanding.Text;

namespace Bot.Understanding.Numbers;

/// <summary>A number of the question.</summary>
/// <param name="Start">Its token.</param>
/// <param name="End">The token after the last, a per cent sign included.</param>
/// <param name="Value">The number.</param>
/// <param name="Percent">Whether a per cent sign or word follows.</param>
/// <param name="Scale">What the word after it multiplies it by ("45 nghìn"): 1 where there is none; part of the value.</param>
/// <param name="Measured">How many words at its end only say what is measured ("45 phút").</param>
internal sealed record NumberMention(int Start, int End, decimal Value, bool Percent, decimal Scale = 1, int Measured = 0);

/// <summary>Reads numbers as they are typed in Vietnam and in English: <c>85,5</c>, <c>85.5%</c>, <c>1.234</c>.</summary>
internal static class NumberGrammar
{
    public static NumberMention? At(Token[] tokens, int at)
    {
        if (tokens[at].Sort != TokenSort.Number || Value(tokens[at].Word, out var grouped) is not { } value)
        {
            return null;
        }

        var signs = NumberWords.Percent(tokens, at + 1);
        // A group of three digits before a per cent sign is a typed decimal.
        return new(at, at + 1 + signs, signs > 0 && grouped ? value / 1000 : value, signs > 0);
    }

    /// <summary>The number as a question holds it against a figure: with the word that multiplies it, and the measure behind it.</summary>
    public static NumberMention? Measured(Token[] tokens, int at)
    {
        if (At(tokens, at) is not { } number || number.Percent)
        {
            return At(tokens, at);
        }

        var next = number.End;
        var scale = NumberWords.Scale(tokens, next);
        next += scale == 1 ? 0 : 1;
        var measured = NumberWords.Measure(tokens, next);
        return number with { End = next + measured, Value = number.Value * scale, Scale = scale, Measured = measured };
    }

    private static decimal? Value(string text, out bool grouped)
    {
        grouped = false;
        var comma = text.Count(c => c == ',');
        var point = text.Count(c => c == '.');
        if (comma + point > 1)
        {
            var last = Math.Max(text.LastIndexOf(','), text.LastIndexOf('.'));
            var whole = text[..last].Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal);
            text = text.Length - last == 4 ? whole + text[(last + 1)..] : $"{whole}.{text[(last + 1)..]}";
        }
        else if (comma + point == 1)
        {
            var mark = text.IndexOfAny(['.', ',']);
            grouped = text.Length - mark == 4 && text[0] != '0';
            text = grouped ? text.Remove(mark, 1) : text.Replace(',', '.');
        }

        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
    }
}
