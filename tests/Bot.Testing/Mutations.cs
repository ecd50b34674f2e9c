using System.Text;
using System.Text.Json.Nodes;

namespace Bot.Testing;

/// <summary>Spoils JSON as fuzz tests do.</summary>
public static class Mutations
{
    private static readonly string[] Foreign =
    [
        "5",
        "1e999",
        "true",
        "null",
        "\"\"",
        "\"text\"",
        "[]",
        "{}",
        "[null]",
        "[[]]",
        "[5]",
        "{\"id\":5}",
        "{\"\":null}",
    ];

    /// <summary>Every member and item replaced by values of every other type, one at a time.</summary>
    public static IEnumerable<byte[]> TypeSwaps(string json)
    {
        foreach (var path in Paths(JsonNode.Parse(json)!, []))
        {
            foreach (var foreign in Foreign)
            {
                var root = JsonNode.Parse(json)!;
                var node = root;
                foreach (var step in path.SkipLast(1))
                {
                    node = step is int index ? node![index] : node![(string)step];
                }
                if (path[^1] is int last)
                {
                    node![last] = JsonNode.Parse(foreign);
                }
                else
                {
                    node![(string)path[^1]] = JsonNode.Parse(foreign);
                }
                yield return Encoding.UTF8.GetBytes(root.ToJsonString());
            }
        }
    }

    /// <summary>One to three bits flipped, forty times; the seed repeats them.</summary>
    public static IEnumerable<byte[]> ByteFlips(string json, int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 40; round++)
        {
            var bytes = Encoding.UTF8.GetBytes(json);
            for (var flips = random.Next(1, 4); flips > 0; flips--)
            {
                bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            }
            yield return bytes;
        }
    }

    private static IEnumerable<object[]> Paths(JsonNode node, object[] path)
    {
        IEnumerable<(object Step, JsonNode? Child)> children = node switch
        {
            JsonObject members => members.Select(static member => ((object)member.Key, member.Value)),
            JsonArray items => items.Select(static (item, index) => ((object)index, item)),
            _ => [],
        };
        return children.SelectMany(child =>
            new[] { (object[])[.. path, child.Step] }.Concat(child.Child is null ? [] : Paths(child.Child, [.. path, child.Step]))
        );
    }
}
