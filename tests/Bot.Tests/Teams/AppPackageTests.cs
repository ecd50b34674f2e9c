using System.Buffers.Binary;
using System.IO.Compression;
using System.Text.Json.Nodes;
using Bot.Cards;
using Bot.Indicators;
using Bot.Indicators.Readings;
using Bot.Teams;
using Bot.Tests.Understanding;

namespace Bot.Tests.Teams;

public sealed class AppPackageTests
{
    private static readonly Guid AppId = new("7f3c2a10-5b6d-4e8f-9a01-23456789abcd");
    private const string Host = "bot.cchc.example.gov.vn";

    [Fact]
    public void All_files_lie_at_the_root_and_nothing_is_left_to_fill_in()
    {
        var files = Package();

        Assert.Equal(["color.png", "en.json", "manifest.json", "outline.png"], files.Keys.Order(StringComparer.Ordinal));
        var manifest = Text(files["manifest.json"]);
        Assert.DoesNotContain("{{", manifest, StringComparison.Ordinal);
        var app = JsonNode.Parse(manifest)!;
        Assert.Equal(AppId.ToString(), app["id"]!.GetValue<string>());
        Assert.Equal(AppId.ToString(), app["bots"]![0]!["botId"]!.GetValue<string>());
        Assert.Equal(Host, app["validDomains"]![0]!.GetValue<string>());
        Assert.StartsWith($"https://{Host}/", app["developer"]!["privacyUrl"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "7f3c2a10-5b6d-4e8f-9a01-23456789abcd", "botid-7f3c2a10-5b6d-4e8f-9a01-23456789abcd")]
    [InlineData("5a5a5a5a-5b6d-4e8f-9a01-23456789abcd", "5a5a5a5a-5b6d-4e8f-9a01-23456789abcd", "5a5a5a5a-5b6d-4e8f-9a01-23456789abcd")]
    public void People_sign_in_to_the_bots_application_or_to_the_one_that_is_named(string? named, string id, string api)
    {
        var app = JsonNode.Parse(Text(Package(named is null ? null : new Guid(named))["manifest.json"]))!;

        Assert.Equal(id, app["webApplicationInfo"]!["id"]!.GetValue<string>());
        Assert.Equal($"api://{Host}/{api}", app["webApplicationInfo"]!["resource"]!.GetValue<string>());
        Assert.Equal(AppId.ToString(), app["bots"]![0]!["botId"]!.GetValue<string>());
    }

    [Fact]
    public void The_same_id_and_host_give_the_same_bytes() => Assert.Equal(Zip(), Zip());

    [Fact]
    public void English_has_every_visible_word_and_no_other()
    {
        var files = Package();
        var english = JsonNode.Parse(Text(files["en.json"]))!.AsObject();

        var visible = Visible(JsonNode.Parse(Text(files["manifest.json"]))!);

        Assert.Equal(
            visible.Keys.Order(StringComparer.Ordinal),
            english.Select(word => word.Key).Where(key => key[0] != '$').Order(StringComparer.Ordinal)
        );
        Assert.All(visible.Keys, key => Assert.True(english[key]!.GetValue<string>().All(char.IsAscii), key));
    }

    [Theory]
    [InlineData("name.short", 30)]
    [InlineData("name.full", 100)]
    [InlineData("description.short", 80)]
    [InlineData("title", 32)]
    [InlineData("description", 128)]
    public void No_text_is_longer_than_Teams_takes(string kind, int most)
    {
        var files = Package();
        var english = JsonNode.Parse(Text(files["en.json"]))!.AsObject();
        var visible = Visible(JsonNode.Parse(Text(files["manifest.json"]))!);

        var texts = visible.Keys.Where(key => key == kind || key.EndsWith("]." + kind, StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(texts);
        Assert.All(texts, key => Assert.InRange(visible[key].Length, 1, most));
        Assert.All(texts, key => Assert.InRange(english[key]!.GetValue<string>().Length, 1, most));
    }

    // Teams sends the title of the command that was chosen, in the language of the client.
    [Fact]
    public void Every_command_is_understood_in_both_languages()
    {
        var files = Package();
        var english = JsonNode.Parse(Text(files["en.json"]))!.AsObject();
        var titles = Visible(JsonNode.Parse(Text(files["manifest.json"]))!)
            .Where(word => word.Key.StartsWith("bots", StringComparison.Ordinal) && word.Key.EndsWith("].title", StringComparison.Ordinal));

        Assert.All(
            titles,
            title =>
            {
                var vietnamese = Assert.IsType<Reading.Clear>(Cases.Read(title.Value, Cases.CanTho, Cases.TodayInCanTho));
                var inEnglish = Assert.IsType<Reading.Clear>(
                    Cases.Read(english[title.Key]!.GetValue<string>(), Cases.CanTho, Cases.TodayInCanTho)
                );
                Assert.Equal((vietnamese.Query, Language.English), (inEnglish.Query, inEnglish.Language));
            }
        );
    }

    // They are the titles of commands, so that the test above reads them too.
    [Theory]
    [InlineData(Language.Vietnamese, "manifest.json")]
    [InlineData(Language.English, "en.json")]
    public void The_prompts_of_the_welcome_are_commands_of_the_package(Language language, string file)
    {
        var context = new CardContext(language, Surface.Teams, Cases.CanTho, Cases.TodayInCanTho);

        Assert.All(
            AnswerCards.Prompts(context),
            prompt => Assert.Contains($"\"{prompt}\"", Text(Package()[file]), StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("color.png", 192)]
    [InlineData("outline.png", 32)]
    public void The_icons_have_the_sizes_that_Teams_wants(string name, int side)
    {
        var png = Package()[name];

        Assert.Equal("\u0089PNG", string.Concat(png.Take(4).Select(b => (char)b)));
        Assert.Equal(
            (side, side),
            (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)))
        );
    }

    private static Dictionary<string, string> Visible(JsonNode app)
    {
        var words = new Dictionary<string, string>();
        foreach (var (place, node) in Places(app))
        {
            foreach (var (key, value) in node)
            {
                if (
                    value is JsonValue
                    && (
                        key is "short" or "full" or "title" or "description"
                        || key == "name" && place.StartsWith("staticTabs", StringComparison.Ordinal)
                    )
                )
                {
                    words[$"{place}.{key}"] = value!.GetValue<string>();
                }
            }
        }

        return words;
    }

    private static IEnumerable<(string Place, JsonObject Node)> Places(JsonNode app)
    {
        yield return ("name", app["name"]!.AsObject());
        yield return ("description", app["description"]!.AsObject());
        var lists = app["bots"]![0]!["commandLists"]!.AsArray();
        for (var i = 0; i < lists.Count; i++)
        {
            var commands = lists[i]!["commands"]!.AsArray();
            for (var j = 0; j < commands.Count; j++)
            {
                yield return ($"bots[0].commandLists[{i}].commands[{j}]", commands[j]!.AsObject());
            }
        }

        foreach (var place in ExtensionPlaces(app))
        {
            yield return place;
        }
    }

    private static IEnumerable<(string Place, JsonObject Node)> ExtensionPlaces(JsonNode app)
    {
        var commands = app["composeExtensions"]![0]!["commands"]!.AsArray();
        for (var i = 0; i < commands.Count; i++)
        {
            var place = $"composeExtensions[0].commands[{i}]";
            yield return (place, commands[i]!.AsObject());
            var parameters = commands[i]!["parameters"]?.AsArray() ?? [];
            for (var j = 0; j < parameters.Count; j++)
            {
                yield return ($"{place}.parameters[{j}]", parameters[j]!.AsObject());
            }
        }

        var tabs = app["staticTabs"]!.AsArray();
        for (var i = 0; i < tabs.Count; i++)
        {
            yield return ($"staticTabs[{i}]", tabs[i]!.AsObject());
        }
    }

    private static byte[] Zip(Guid? signInAppId = null)
    {
        using var zip = new MemoryStream();
        AppPackage.Write(zip, AppId, Host, signInAppId);
        return zip.ToArray();
    }

    private static Dictionary<string, byte[]> Package(Guid? signInAppId = null)
    {
        using var zip = new ZipArchive(new MemoryStream(Zip(signInAppId)));
        return zip.Entries.ToDictionary(
            entry => entry.FullName,
            entry =>
            {
                using var content = entry.Open();
                using var bytes = new MemoryStream();
                content.CopyTo(bytes);
                return bytes.ToArray();
            }
        );
    }

    private static string Text(byte[] utf8) => System.Text.Encoding.UTF8.GetString(utf8);
}
