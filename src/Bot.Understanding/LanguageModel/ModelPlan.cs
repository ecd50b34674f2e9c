using System.Globalization;
using System.Text.Json;
using Bot.Indicators.Catalogues;
using Bot.Indicators.Queries;

namespace Bot.Understanding.LanguageModel;

/// <summary>What the model answered: queries over the catalogue, and the words that each rests on. Nothing of it is believed yet.</summary>
/// <param name="Parts">One to four queries.</param>
/// <param name="Unresolved">Words that the model did not use.</param>
internal sealed record ModelPlan(IReadOnlyList<ModelQuery> Parts, IReadOnlyList<string> Unresolved)
{
    /// <summary>Reads the answer; null where it is in another form than asked for, names what was not offered, or has no query.</summary>
    public static ModelPlan? Read(JsonElement answer, Candidates candidates, Catalogue catalogue)
    {
        try
        {
            return Plan(answer, candidates, catalogue);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static ModelPlan? Plan(JsonElement root, Candidates candidates, Catalogue catalogue)
    {
        Only(root, "plan", "unresolved", "cannot_answer");
        if (Member(root, "cannot_answer").ValueKind != JsonValueKind.Null)
        {
            return null;
        }

        var parts = Items(Member(root, "plan")).Select(part => Part(part, candidates, catalogue)).ToList();
        return parts.Count is 0 or > PlanQuery.Most ? null : new(parts, [.. Items(Member(root, "unresolved")).Select(Text)]);
    }

    private static ModelQuery Part(JsonElement part, Candidates candidates, Catalogue catalogue)
    {
        Only(part, ["kind", "spans", .. QuerySchema.Slots.Select(slot => slot.Key)]);
        var kind = Text(Member(part, "kind"));
        var shape = QuerySchema.Shapes.FirstOrDefault(s => s.Kind == kind) ?? throw new FormatException($"'{kind}' is no kind");
        var slots = new List<ModelSlot>();
        foreach (var name in QuerySchema.Slots.Select(slot => slot.Key))
        {
            if (part.TryGetProperty(name, out var value) && !IsNothing(value))
            {
                QuerySlot[] holds = [.. shape.Slots.Where(slot => slot.Name == name)];
                slots.Add(holds.Length == 0 ? throw new FormatException($"{kind} has no {name}") : Slot(holds, value, candidates));
            }
        }

        var canonical = $"{kind}({string.Join(';', slots.Select(s => $"{s.Of.Name}={s.Text}"))})";
        return QueryText.TryRead(canonical, catalogue, out var query, out var error) && query is StoreQuery store
            ? new(
                store,
                slots,
                [.. Items(Member(part, "spans")).Select(s => new ModelSpan(Text(Member(s, "slot")), Text(Member(s, "text"))))]
            )
            : throw new FormatException(error);
    }

    private static ModelSlot Slot(QuerySlot[] holds, JsonElement value, Candidates candidates)
    {
        if (holds[0].Sort == SlotSort.UnitSet)
        {
            return Units(holds[0], value, candidates);
        }

        string[] values = value.ValueKind switch
        {
            JsonValueKind.Array => [.. Items(value).Select(Text)],
            JsonValueKind.Number => [value.GetInt32().ToString(CultureInfo.InvariantCulture)],
            _ => [Text(value)],
        };
        // "met" or ">=80": the slot is what the value is.
        var of = holds.FirstOrDefault(slot => values.All(v => IsOffered(slot, v, candidates))) ?? throw new FormatException("not offered");
        return !of.Many && values.Length != 1 ? throw new FormatException($"{of.Name} holds one")
            : of.Sort == SlotSort.Words ? new(of, values, Uri.EscapeDataString(values[0]))
            : new(of, values, string.Join('|', values));
    }

    private static ModelSlot Units(QuerySlot of, JsonElement value, Candidates candidates)
    {
        Only(value, "named", "kind", "below", "except");
        var (named, except) = (Codes("named"), Codes("except"));
        var (kind, below) = (Optional(value, "kind"), Optional(value, "below"));
        if (
            below is not null && !IsOffered(of, below, candidates)
            || (named.Length > 0 ? 1 : 0) + (kind is null ? 0 : 1) + (below is null ? 0 : 1) > 1
        )
        {
            throw new FormatException("units in more than one way");
        }

        var set =
            named.Length > 0 ? string.Join('|', named)
            : kind is not null ? $"kind:{kind}"
            : below is not null ? $"under:{below}"
            : "all";
        return new(of, below is null ? named : [below], except.Length == 0 ? set : $"{set}!{string.Join('|', except)}");

        string[] Codes(string name)
        {
            var member = Member(value, name);
            string[] codes = member.ValueKind == JsonValueKind.Null ? [] : [.. Items(member).Select(Text).Distinct(StringComparer.Ordinal)];
            return codes.All(code => IsOffered(of, code, candidates)) ? codes : throw new FormatException($"{name}: not offered");
        }
    }

    // Codes are those of the candidates, words those of the slot; the rest has a form of its own, which canonical text is read by.
    private static bool IsOffered(QuerySlot slot, string value, Candidates candidates) =>
        slot.Sort switch
        {
            SlotSort.Choice => slot.Choices.AsSpan().Contains(value),
            SlotSort.Words => value.Length > 0,
            SlotSort.Period or SlotSort.Day or SlotSort.Number or SlotSort.Claim => value.AsSpan().IndexOfAny(";()|!") < 0,
            _ => candidates.Codes(slot.Sort).Contains(value, StringComparer.Ordinal),
        };

    private static bool IsNothing(JsonElement value) =>
        value.ValueKind == JsonValueKind.Null || value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 0;

    private static string? Optional(JsonElement of, string name) =>
        Member(of, name) is { ValueKind: not JsonValueKind.Null } member ? Text(member) : null;

    private static JsonElement Member(JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var member)
            ? member
            : throw new FormatException($"{name} is missing");

    private static JsonElement.ArrayEnumerator Items(JsonElement list) =>
        list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : throw new FormatException("no list");

    private static string Text(JsonElement text) =>
        text.ValueKind == JsonValueKind.String ? text.GetString()! : throw new FormatException("no text");

    private static void Only(JsonElement of, params ReadOnlySpan<string> names)
    {
        if (of.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException("no object");
        }

        foreach (var member in of.EnumerateObject())
        {
            if (!names.Contains(member.Name))
            {
                throw new FormatException($"'{member.Name}' was not asked for");
            }
        }
    }
}

/// <summary>One query of the plan.</summary>
/// <param name="Query">The query; its codes are in the catalogue.</param>
/// <param name="Slots">What the model filled, as it filled it.</param>
/// <param name="Spans">The words that it names for them.</param>
internal sealed record ModelQuery(StoreQuery Query, IReadOnlyList<ModelSlot> Slots, IReadOnlyList<ModelSpan> Spans);

/// <summary>A filled slot.</summary>
/// <param name="Of">The slot.</param>
/// <param name="Values">The values; of a set of units those that are named.</param>
/// <param name="Text">The slot in canonical text.</param>
internal sealed record ModelSlot(QuerySlot Of, IReadOnlyList<string> Values, string Text);

/// <summary>Words of the question that a slot rests on.</summary>
/// <param name="Slot">The slot's name, or <c>kind</c>.</param>
/// <param name="Text">The words, which must stand in the question.</param>
internal sealed record ModelSpan(string Slot, string Text);
