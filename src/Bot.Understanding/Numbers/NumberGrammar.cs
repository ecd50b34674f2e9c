using System.Globalization;
using Bot.Understanding.Text;

namespace Bot.Understanding.Numbers;

/// <summary>A number of the question.</summary>
/// <param name="Start">Its token.</param>
/// <param name="End">The token after the last, a per cent sign included.</param>
/// <param name="Value">The number.</param>
/// <param name="Percent">Whether a per cent sign or word follows.</param>
internal sealed record NumberMention(int Start, int End, decimal Value, bool Percent);

/// <summary>Reads numbers as they are typed in Vietnam and in English: <c>85,5</c>, <c>85.5%</c>, <c>1.234</c>.</summary>
internal static class NumberGrammar
{
    public static NumberMention? At(Token[] tokens, int at)
    {
        if (tokens[at].Sort != TokenSort.Number || Value(tokens[at].Word, out var grouped) is not { } value)
        {
            return null;
        }

        var next = at + 1;
        var percent = false;
        if (next < tokens.Length && (tokens[next].Is('%') || tokens[next].Word is "percent" or "pct"))
        {
            percent = true;
            next++;
        }
        else if (next + 1 < tokens.Length && (tokens[next].Bare, tokens[next + 1].Bare) is ("phan", "tram") or ("per", "cent"))
        {
            percent = true;
            next += 2;
        }
        else if (next + 1 < tokens.Length && (tokens[next].Decoded, tokens[next + 1].Decoded) is ("phân2", "trăm"))
        {
            percent = true;
            next += 2;
        }

        // A group of three digits before a per cent sign is a typed decimal.
        return new(at, next, percent && grouped ? value / 1000 : value, percent);
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
