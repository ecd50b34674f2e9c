namespace Bot.Store.Tables;

/// <summary>The known code that a mistyped one is nearest to.</summary>
internal static class NearestCode
{
    /// <summary>Null where none is within a third of its letters.</summary>
    public static string? Of(string typed, IEnumerable<string> known)
    {
        var (best, distance) = ((string?)null, int.MaxValue);
        foreach (var code in known)
        {
            var d = Distance(typed, code);
            if (d < distance || d == distance && string.CompareOrdinal(code, best) < 0)
            {
                (best, distance) = (code, d);
            }
        }

        return distance <= Math.Max(1, typed.Length / 3) ? best : null;
    }

    private static int Distance(string a, string b)
    {
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]) ? 0 : 1;
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + cost));
            }
        }

        return row[^1];
    }
}
