using System.Text.RegularExpressions;
using System.Xml.Linq;
using Bot.Tests.House;

namespace Bot.Tests.Tab;

public sealed partial class TabWordTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "src", "Bot", "Tab");

    [Fact]
    public void Every_word_that_a_page_names_exists_and_none_is_left_over()
    {
        var keys = XDocument
            .Load(Path.Combine(Repository.Root, "src/Bot.Cards/Resources/Strings.resx"))
            .Root!.Elements("data")
            .Select(d => d.Attribute("name")!.Value)
            .Where(k => k.StartsWith("tab.", StringComparison.Ordinal) && !k.EndsWith(".one", StringComparison.Ordinal))
            .Select(k => k["tab.".Length..])
            .ToHashSet();
        var pages = string.Join('\n', Directory.EnumerateFiles(Folder, "*.razor", SearchOption.AllDirectories).Select(File.ReadAllText));
        var wordings = string.Join('\n', Repository.Sources("src/Bot.Cards/Pages").Select(File.ReadAllText));
        var named = Named().Matches(pages + wordings).Select(m => m.Groups[1].Value).ToHashSet();
        var spoken = pages + wordings;

        Assert.True(named.Count > 80);
        Assert.DoesNotContain(named, n => n.EndsWith('.') ? !keys.Any(k => k.StartsWith(n, StringComparison.Ordinal)) : !keys.Contains(n));
        Assert.DoesNotContain(
            keys,
            k =>
                !spoken.Contains($"\"{k}\"", StringComparison.Ordinal)
                && !spoken.Contains($"\"tab.{k}\"", StringComparison.Ordinal)
                && !Prefixes(k)
                    .Any(p =>
                        spoken.Contains($"\"{p}\"", StringComparison.Ordinal) || spoken.Contains($"\"tab.{p}\"", StringComparison.Ordinal)
                    )
                && !k.StartsWith("notice.", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Pages_scripts_and_styles_hold_no_words_of_their_own() =>
        Assert.DoesNotContain(
            Directory.EnumerateFiles(Folder, "*.*", SearchOption.AllDirectories),
            f => Vietnamese().IsMatch(File.ReadAllText(f))
        );

    private static IEnumerable<string> Prefixes(string key)
    {
        for (var dot = key.LastIndexOf('.'); dot > 0; dot = key.LastIndexOf('.', dot - 1))
        {
            yield return key[..(dot + 1)];
        }
    }

    [GeneratedRegex(@"(?:W|Words)(?:\[|\.Say\(|\.Count\()""([a-zA-Z.]+)""")]
    private static partial Regex Named();

    [GeneratedRegex("[ăâđêôơưĂÂĐÊÔƠƯ\u00e0-\u00e3\u1ea0-\u1ef9]")]
    private static partial Regex Vietnamese();
}
