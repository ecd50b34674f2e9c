using System.Text;

namespace Bot.Testing;

/// <summary>Just enough of RFC 4180 to read the contract's tables where the store's own reader is not what is tested.</summary>
internal static class Csv
{
    public static IEnumerable<Dictionary<string, string>> Read(string folder, string table)
    {
        var path = Path.Combine(folder, table + ".csv");
        if (!File.Exists(path))
        {
            yield break;
        }

        List<string>? header = null;
        foreach (var row in Rows(File.ReadAllText(path)))
        {
            if (header is null)
            {
                header = row;
            }
            else if (row.Count > 1 && !row[0].StartsWith('#'))
            {
                yield return header.Select((name, i) => (name, i)).ToDictionary(c => c.name, c => c.i < row.Count ? row[c.i] : "");
            }
        }
    }

    private static IEnumerable<List<string>> Rows(string text)
    {
        var row = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"')
            {
                cell.Append('"');
                i++;
            }
            else if (c == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && c is ',' or '\n')
            {
                row.Add(cell.ToString().TrimEnd('\r'));
                cell.Clear();
                if (c == '\n')
                {
                    yield return row;
                    row = [];
                }
            }
            else
            {
                cell.Append(c);
            }
        }

        if (cell.Length > 0 || row.Count > 0)
        {
            row.Add(cell.ToString());
            yield return row;
        }
    }
}
