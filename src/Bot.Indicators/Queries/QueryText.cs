using System.Diagnostics.CodeAnalysis;
using Bot.Indicators.Catalogues;

namespace Bot.Indicators.Queries;

/// <summary>Reads canonical text back to a query, as buttons and dialogue rows hold it. Text from outside is not trusted: every code must be in the catalogue.</summary>
public static class QueryText
{
    private const int MaxLength = 8_000;

    /// <summary>Reads it; false with what is wrong where it is no query over this catalogue.</summary>
    public static bool TryRead(
        string? text,
        Catalogue catalogue,
        [NotNullWhen(true)] out Query? query,
        [NotNullWhen(false)] out string? error
    )
    {
        query = null;
        error = null;
        var open = text?.IndexOf('(', StringComparison.Ordinal) ?? -1;
        if (
            text is null
            || open < 1
            || text.Length > MaxLength
            || text[^1] != ')'
            || !QueryKinds.Readers.TryGetValue(text[..open], out var read)
        )
        {
            error = "not a query";
            return false;
        }

        try
        {
            query = read(new QuerySlots(Split(text.AsSpan(open + 1, text.Length - open - 2)), catalogue));
            return true;
        }
        catch (FormatException e)
        {
            error = e.Message;
            return false;
        }
    }

    // Slots are separated by semicolons outside of nested queries.
    private static Dictionary<string, string> Split(ReadOnlySpan<char> inside)
    {
        var slots = new Dictionary<string, string>(StringComparer.Ordinal);
        var (start, depth) = (0, 0);
        for (var i = 0; i <= inside.Length; i++)
        {
            var c = i == inside.Length ? ';' : inside[i];
            depth += c switch
            {
                '(' => 1,
                ')' => -1,
                _ => 0,
            };
            if (c != ';' || depth > 0 && i < inside.Length || i == start)
            {
                continue;
            }

            var slot = inside[start..i];
            var equals = slot.IndexOf('=');
            if (equals < 1 || !slots.TryAdd(slot[..equals].ToString(), slot[(equals + 1)..].ToString()))
            {
                throw new FormatException($"'{slot}' is no slot");
            }

            start = i + 1;
        }

        return slots;
    }
}
