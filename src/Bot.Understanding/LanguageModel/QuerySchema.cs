using System.Text.Json;
using Bot.Indicators;
using Bot.Indicators.Queries;

namespace Bot.Understanding.LanguageModel;

/// <summary>
/// The form that the model must answer in: a plan of queries, made from the readers of the query kinds and the candidates of one
/// question, so that it can neither drift from the algebra nor name what is not there. It keeps to what strict structured output takes:
/// every member is required and may be null, no other members, few levels.
/// </summary>
internal static class QuerySchema
{
    /// <summary>Why the model may say that it has no query.</summary>
    public static ValueList<string> Excuses { get; } = ["out_of_scope", "missing_information", "not_a_question"];

    /// <summary>The kinds that a model may ask for: all that the store answers and that are about no other query.</summary>
    public static ValueList<QueryShape> Shapes { get; } = [.. QueryShape.OfStore.Where(shape => !shape.IsNested)];

    /// <summary>The slots by name, each with all things that it holds in some kind.</summary>
    public static ILookup<string, QuerySlot> Slots { get; } =
        Shapes.SelectMany(shape => shape.Slots).ToLookup(slot => slot.Name, StringComparer.Ordinal);

    /// <summary>The schema over the candidates of a question.</summary>
    public static JsonElement For(Candidates candidates)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            Object(
                json,
                nullable: false,
                ("plan", () => List(json, () => Part(json, candidates))),
                ("unresolved", () => List(json, () => Type(json, "string"))),
                ("cannot_answer", () => OneOf(json, Excuses.AsSpan()))
            );
        }

        return JsonElement.Parse(stream.ToArray());
    }

    private static void Part(Utf8JsonWriter json, Candidates candidates) =>
        Object(
            json,
            nullable: false,
            [
                ("kind", () => OneOf(json, [.. Shapes.Select(shape => shape.Kind)], nullable: false)),
                .. Slots.Select(slot => (slot.Key, (Action)(() => Slot(json, [.. slot], candidates)))),
                ("spans", () => List(json, () => Span(json))),
            ]
        );

    private static void Span(Utf8JsonWriter json) =>
        Object(
            json,
            nullable: false,
            ("slot", () => OneOf(json, ["kind", .. Slots.Select(slot => slot.Key)], nullable: false)),
            ("text", () => Type(json, "string"))
        );

    private static void Slot(Utf8JsonWriter json, QuerySlot[] slots, Candidates candidates)
    {
        string[] codes = [.. slots.SelectMany(s => candidates.Codes(s.Sort).Concat(s.Choices)).Distinct(StringComparer.Ordinal)];
        if (slots.Any(s => s.Sort == SlotSort.UnitSet))
        {
            Object(
                json,
                nullable: true,
                ("named", () => Several(json, codes)),
                ("kind", () => OneOf(json, [.. OrgUnitKinds.All.Select(OrgUnitKinds.Text)])),
                ("below", () => OneOf(json, codes)),
                ("except", () => Several(json, codes))
            );
        }
        else if (slots.Any(s => s.Sort == SlotSort.Number))
        {
            Type(json, "integer", "null");
        }
        else if (slots.Any(s => s.Sort is SlotSort.Period or SlotSort.Day or SlotSort.Claim or SlotSort.Words))
        {
            Type(json, "string", "null");
        }
        else if (slots.Any(s => s.Many))
        {
            Several(json, codes);
        }
        else
        {
            OneOf(json, codes);
        }
    }

    private static void Several(Utf8JsonWriter json, ReadOnlySpan<string> values)
    {
        if (values.Length == 0)
        {
            Type(json, "null");
        }
        else
        {
            var choices = values.ToArray();
            List(json, () => OneOf(json, choices, nullable: false), nullable: true);
        }
    }

    private static void OneOf(Utf8JsonWriter json, ReadOnlySpan<string> values, bool nullable = true)
    {
        if (values.Length == 0)
        {
            Type(json, "null");
            return;
        }

        json.WriteStartObject();
        TypeName(json, nullable ? ["string", "null"] : ["string"]);
        json.WriteStartArray("enum");
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        if (nullable)
        {
            json.WriteNullValue();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void List(Utf8JsonWriter json, Action items, bool nullable = false)
    {
        json.WriteStartObject();
        TypeName(json, nullable ? ["array", "null"] : ["array"]);
        json.WritePropertyName("items");
        items();
        json.WriteEndObject();
    }

    private static void Object(Utf8JsonWriter json, bool nullable, params ReadOnlySpan<(string Name, Action Write)> members)
    {
        json.WriteStartObject();
        TypeName(json, nullable ? ["object", "null"] : ["object"]);
        json.WriteStartObject("properties");
        foreach (var (name, write) in members)
        {
            json.WritePropertyName(name);
            write();
        }

        json.WriteEndObject();
        json.WriteStartArray("required");
        foreach (var (name, _) in members)
        {
            json.WriteStringValue(name);
        }

        json.WriteEndArray();
        json.WriteBoolean("additionalProperties", false);
        json.WriteEndObject();
    }

    private static void Type(Utf8JsonWriter json, params ReadOnlySpan<string> names)
    {
        json.WriteStartObject();
        TypeName(json, names);
        json.WriteEndObject();
    }

    private static void TypeName(Utf8JsonWriter json, ReadOnlySpan<string> names)
    {
        if (names.Length == 1)
        {
            json.WriteString("type", names[0]);
            return;
        }

        json.WriteStartArray("type");
        foreach (var name in names)
        {
            json.WriteStringValue(name);
        }

        json.WriteEndArray();
    }
}
