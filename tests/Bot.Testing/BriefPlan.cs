using System.Text.Json.Nodes;
using Bot.Indicators.Queries;
using Bot.Understanding.LanguageModel;

namespace Bot.Testing;

/// <summary>
/// What a model would answer, written briefly: parts are parted by <c>//</c>, and each is a canonical query, then <c>@</c>, then the words that
/// its slots rest on, <c>kind:words;units:words</c>.
/// </summary>
public static class BriefPlan
{
    /// <summary>The answer as JSON of the generated form.</summary>
    public static string Of(string brief)
    {
        var plan = new JsonArray();
        foreach (var part in brief.Split(" // "))
        {
            var (query, spans) = part.Split(" @ ") is [var q, var s] ? (q, s) : (part, "");
            plan.Add(Part(query, spans));
        }

        return new JsonObject
        {
            ["plan"] = plan,
            ["unresolved"] = new JsonArray(),
            ["cannot_answer"] = null,
        }.ToJsonString();
    }

    private static JsonObject Part(string query, string spans)
    {
        var open = query.IndexOf('(', StringComparison.Ordinal);
        var part = new JsonObject { ["kind"] = query[..open] };
        foreach (var slot in query[(open + 1)..^1].Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = slot.IndexOf('=', StringComparison.Ordinal);
            var (name, value) = (slot[..equals], slot[(equals + 1)..]);
            var holds = QuerySchema.Slots[name].ToList();
            part[name] =
                holds.Exists(h => h.Sort == SlotSort.UnitSet) ? Units(value)
                : holds.Exists(h => h.Sort == SlotSort.Number) ? int.Parse(value, System.Globalization.CultureInfo.InvariantCulture)
                : holds.Exists(h => h.Many) ? new JsonArray([.. value.Split('|').Select(v => JsonValue.Create(v))])
                : Uri.UnescapeDataString(value);
        }

        foreach (var name in QuerySchema.Slots.Select(s => s.Key).Where(name => !part.ContainsKey(name)))
        {
            part[name] = null;
        }

        part["spans"] = new JsonArray([
            .. spans
                .Split(';', StringSplitOptions.RemoveEmptyEntries)
                .Select(span => new JsonObject { ["slot"] = span.Split(':')[0].Trim(), ["text"] = span.Split(':', 2)[1].Trim() }),
        ]);
        return part;
    }

    private static JsonObject Units(string value)
    {
        var (set, except) = value.Split('!') is [var head, var tail] ? (head, tail) : (value, "");
        return new()
        {
            ["named"] = set is "all" || set.Contains(':', StringComparison.Ordinal) ? null : List(set),
            ["kind"] = set.StartsWith("kind:", StringComparison.Ordinal) ? set[5..] : null,
            ["below"] = set.StartsWith("under:", StringComparison.Ordinal) ? set[6..] : null,
            ["except"] = except.Length == 0 ? null : List(except),
        };
    }

    private static JsonArray List(string codes) => new([.. codes.Split('|').Select(code => JsonValue.Create(code))]);
}
