using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Tests.House;

namespace Bot.Tests.Cards;

/// <summary>
/// Cards as they were last looked at. To take new ones: delete the files that should change, run these tests (each missing file is
/// written and its test fails once), look at the difference, commit it.
/// </summary>
public sealed class GoldenCardTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Bot.Tests", "Cards", "Golden");
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static TheoryData<string> Names => [.. Gallery.All.Keys];

    [Theory, MemberData(nameof(Names))]
    public void A_card_is_as_it_was_looked_at(string name)
    {
        var file = Path.Combine(Folder, name + ".json");
        var card = Normal(JsonNode.Parse(Gallery.All[name].Message.Card.Span)!);
        if (!File.Exists(file))
        {
            File.WriteAllText(file, card);
            Assert.Fail($"{name}.json was missing and has been written: look at it and commit it.");
        }

        Assert.Equal(Normal(JsonNode.Parse(File.ReadAllText(file))!), card);
    }

    [Fact]
    public void No_golden_file_is_left_of_a_card_that_is_gone() =>
        Assert.Empty(Directory.EnumerateFiles(Folder, "*.json").Select(f => Path.GetFileNameWithoutExtension(f)).Except(Gallery.All.Keys));

    private static string Normal(JsonNode card) => card.ToJsonString(Readable).ReplaceLineEndings("\n") + "\n";
}
