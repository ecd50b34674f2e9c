using System.Text.Json;
using Bot.Indicators.Queries;
using Bot.Tests.Indicators;
using Bot.Understanding.LanguageModel;
using Bot.Understanding.Lexicons;
using Bot.Understanding.Questions;

namespace Bot.Tests.Understanding.LanguageModel;

/// <summary>The form that a model must answer in follows from the query kinds and keeps to what strict output takes.</summary>
public sealed class QuerySchemaTests
{
    private static readonly Candidates Offered = Candidates.Of(
        new Sentence(new Question("How paperless is the Department of Health?", new(2023, 4, 3)), Lexicon.Of(Cases.CanTho)),
        null
    );

    private static readonly JsonElement Part = QuerySchema.For(Offered).GetProperty("properties").GetProperty("plan").GetProperty("items");

    // A slot that is written and not watched would be missing here.
    [Fact]
    public void Every_slot_of_every_canonical_query_is_in_the_form()
    {
        foreach (
            var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Cases/canonical-queries.txt"))
                .Where(l => l.Length > 0 && l[0] != '#')
        )
        {
            Assert.True(QueryText.TryRead(line, SmallCatalogue.Instance, out var query, out _));
            var shape = QuerySchema.Shapes.FirstOrDefault(s => s.Kind == query.Kind);
            Assert.Equal(query is StoreQuery and not (ProvenanceQuery or HistoryQuery or PlanQuery), shape is not null);
            foreach (
                var slot in shape is null
                    ? []
                    : line[(line.IndexOf('(', StringComparison.Ordinal) + 1)..^1].Split(';', StringSplitOptions.RemoveEmptyEntries)
            )
            {
                var name = slot[..slot.IndexOf('=', StringComparison.Ordinal)];
                Assert.Contains(shape!.Slots, s => s.Name == name);
                Assert.True(Part.GetProperty("properties").TryGetProperty(name, out _), name);
            }
        }
    }

    [Fact]
    public void No_kind_that_changes_something_is_offered()
    {
        var kinds = Part.GetProperty("properties")
            .GetProperty("kind")
            .GetProperty("enum")
            .EnumerateArray()
            .Select(k => k.GetString())
            .ToList();

        Assert.Equal(15, kinds.Count);
        Assert.DoesNotContain(kinds, kind => kind is "record-issued" or "remind" or "subscribe" or "pause" or "set-language" or "feedback");
    }

    [Fact]
    public void Codes_are_those_of_the_question()
    {
        var codes = Part.GetProperty("properties")
            .GetProperty("unit")
            .GetProperty("enum")
            .EnumerateArray()
            .Select(c => c.GetString())
            .OfType<string>();

        Assert.Equal(Offered.Units.Select(u => u.Code.Value), codes);
        Assert.Contains("SYT", Offered.Units.Select(u => u.Code.Value));
        Assert.DoesNotContain("SGTVT", Offered.Units.Select(u => u.Code.Value));
    }

    [Fact]
    public void It_keeps_to_what_strict_output_takes()
    {
        var members = 0;
        Walk(QuerySchema.For(Offered), 1);
        Assert.InRange(members, 1, 100);

        void Walk(JsonElement node, int depth)
        {
            if (node.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in node.EnumerateArray())
                {
                    Walk(item, depth);
                }
            }
            else if (node.ValueKind == JsonValueKind.Object)
            {
                if (node.TryGetProperty("properties", out var properties))
                {
                    Assert.InRange(depth, 1, 5);
                    Assert.False(node.GetProperty("additionalProperties").GetBoolean());
                    Assert.Equal(
                        properties.EnumerateObject().Select(p => p.Name),
                        node.GetProperty("required").EnumerateArray().Select(r => r.GetString())
                    );
                    members += properties.EnumerateObject().Count();
                    depth++;
                }

                foreach (var member in node.EnumerateObject())
                {
                    Walk(member.Value, depth);
                }
            }
        }
    }
}
