using System.Globalization;
using System.Text;

namespace Bot.Tests.Understanding.Statements;

/// <summary>How many facts of a text were read, by sort.</summary>
internal sealed class Score
{
    private readonly Dictionary<string, (int Right, int Read, int Gold)> _counts = [];
    private readonly StringBuilder _details = new();

    /// <summary>What was missed and what was wrong, a line each.</summary>
    public string Details => _details.ToString();

    public (int Right, int Read, int Gold) Of(string sort) => _counts.GetValueOrDefault(sort);

    public void Compare(List<string> gold, List<string> read)
    {
        foreach (var sort in gold.Concat(read).Select(l => l.Split(" | ")[0].Trim()).Distinct().Order(StringComparer.Ordinal))
        {
            var wanted = gold.FindAll(l => l.StartsWith(sort, StringComparison.Ordinal));
            var (total, right, found) = (wanted.Count, 0, read.FindAll(l => l.StartsWith(sort, StringComparison.Ordinal)));
            foreach (var line in found)
            {
                var match = wanted.FindIndex(w => IsSame(w, line));
                if (match < 0)
                {
                    _details.AppendLine(CultureInfo.InvariantCulture, $"  wrong  {line}");
                    continue;
                }

                wanted.RemoveAt(match);
                right++;
            }

            wanted.ForEach(w => _details.AppendLine(CultureInfo.InvariantCulture, $"  missed {w}"));
            Add(sort, (right, found.Count, total));
        }
    }

    public void Add(Score other)
    {
        foreach (var (sort, counts) in other._counts)
        {
            Add(sort, counts);
        }
    }

    public void AtLeast(string sort, double precision, double recall)
    {
        var (right, read, gold) = Of(sort);
        Assert.True(right >= precision * read, $"{sort}: precision {right}/{read}");
        Assert.True(right >= recall * gold, $"{sort}: recall {right}/{gold}");
    }

    public override string ToString() =>
        string.Join("; ", _counts.Select(c => $"{c.Key}: precision {c.Value.Right}/{c.Value.Read}, recall {c.Value.Right}/{c.Value.Gold}"));

    private void Add(string sort, (int Right, int Read, int Gold) counts)
    {
        var before = Of(sort);
        _counts[sort] = (before.Right + counts.Right, before.Read + counts.Read, before.Gold + counts.Gold);
    }

    // Figures must agree in all parts; a remark in unit, sort and most of its words.
    private static bool IsSame(string gold, string read)
    {
        var (g, r) = (Parts(gold), Parts(read));
        if (g[0] == "finding")
        {
            return g[1] == r[1] && g[2] == r[2] && Overlap(g[^1], r[^1]) >= 0.5;
        }

        // Beside a number the words only qualify it; without one they are the value.
        return g[0] == "observation" ? g.Take(5).SequenceEqual(r.Take(5)) && g[5] == (r[5].Length > 0 ? r[5] : r[6]) : g.SequenceEqual(r);
    }

    private static string[] Parts(string line) => [.. line.Split('|').Select(p => p.Trim())];

    private static double Overlap(string one, string other)
    {
        var (a, b) = (Words(one), Words(other));
        return a.Count == 0 ? 0 : (double)a.Intersect(b).Count() / a.Union(b).Count();
    }

    private static HashSet<string> Words(string text) =>
        [.. text.ToLowerInvariant().Split([' ', ',', '.', ';', '(', ')', '\n'], StringSplitOptions.RemoveEmptyEntries)];
}
