using Bot.Indicators.Catalogues;
using Bot.Indicators.Queries;
using Bot.Indicators.Readings;

namespace Bot.Tests.Understanding.Conversations;

/// <summary>
/// A turn of a written conversation and what it must be read to: a query in canonical text, slots that change in the query of the turn
/// before (<c>units=STC;-period</c>), <c>=</c> for the same query again, <c>?</c> for a question back (with words that its choices hold),
/// or <c>x</c> for out of scope.
/// </summary>
internal sealed record ScriptedTurn(string Says, string Expected)
{
    /// <summary>The query that must come out; null where the turn must be asked back or refused.</summary>
    public string? QueryAfter(string? before, Catalogue catalogue)
    {
        if (Expected[0] is '?' or 'x')
        {
            return null;
        }

        var text =
            Expected == "=" ? before
            : Expected.Contains('(', StringComparison.Ordinal) && !Expected.StartsWith("units=", StringComparison.Ordinal) ? Expected
            : Edited(before!);
        return QueryText.TryRead(text, catalogue, out var query, out var error)
            ? query.ToString()
            : throw new FormatException($"{Says} => {Expected}: {error} in {text}");
    }

    /// <summary>Whether the reading is what the turn must come to.</summary>
    public bool IsMetBy(Reading reading, string? query) =>
        Expected[0] switch
        {
            '?' => reading is Reading.Ambiguous or Reading.Blocked
                && Cases.WithNearest(reading).Contains(Expected[1..].Trim(), StringComparison.Ordinal),
            'x' => reading is Reading.OutOfScope,
            _ => reading is Reading.Clear clear && clear.Query.ToString() == query,
        };

    private string Edited(string before)
    {
        var open = before.IndexOf('(', StringComparison.Ordinal);
        var slots = before[(open + 1)..^1].Split(';').Select(s => s.Split('=', 2)).ToDictionary(s => s[0], s => s[1]);
        foreach (var edit in Expected.Split(';'))
        {
            if (edit[0] == '-')
            {
                slots.Remove(edit[1..]);
            }
            else
            {
                var parts = edit.Split('=', 2);
                slots[parts[0]] = parts[1];
            }
        }

        return $"{before[..open]}({string.Join(';', slots.Select(s => $"{s.Key}={s.Value}"))})";
    }
}
