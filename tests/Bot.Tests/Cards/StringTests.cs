using System.Text.RegularExpressions;
using System.Xml.Linq;
using Bot.Cards.Resources;
using Bot.Indicators;
using Bot.Tests.House;

namespace Bot.Tests.Cards;

public sealed partial class StringTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "src", "Bot.Cards", "Resources");

    [Fact]
    public void Both_languages_have_the_same_keys() =>
        Assert.Equal(Read("Strings.resx").Keys.Order(StringComparer.Ordinal), Read("Strings.en.resx").Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Both_languages_have_the_same_parts_in_each_text()
    {
        var english = Read("Strings.en.resx");

        // Vietnamese has no articles and one of a thing is said like several: there a count may stand where English says "once".
        Assert.Empty(
            Read("Strings.resx")
                .Where(v => !v.Key.EndsWith(".one", StringComparison.Ordinal) && !Parts(v.Value).SetEquals(Parts(english[v.Key])))
                .Select(v => v.Key)
        );
    }

    [Theory]
    [InlineData(Language.Vietnamese, "Strings.resx")]
    [InlineData(Language.English, "Strings.en.resx")]
    public void What_the_program_says_is_what_the_file_says(Language language, string file)
    {
        var built = Strings.In(language);

        Assert.All(Read(file), e => Assert.Equal(e.Value, built[e.Key].Format));
    }

    [Fact]
    public void Every_key_that_the_code_names_exists()
    {
        var keys = Read("Strings.resx").Keys.ToHashSet();
        var named = Repository
            .Sources("src/Bot.Cards")
            .SelectMany(f => Named().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value))
            .ToHashSet();

        Assert.True(named.Count > 200);
        Assert.DoesNotContain(
            named,
            key => key.EndsWith('.') ? !keys.Any(k => k.StartsWith(key, StringComparison.Ordinal)) : !keys.Contains(key)
        );
    }

    [Theory]
    [InlineData("clarify.", typeof(Bot.Indicators.Readings.ClarifyWhat))]
    [InlineData("blocked.", typeof(Bot.Indicators.Readings.BlockedBy))]
    [InlineData("slot.", typeof(Bot.Indicators.Readings.InheritedSlot))]
    [InlineData("refusal.", typeof(Bot.Indicators.Results.RefusalReason))]
    [InlineData("smallTalk.", typeof(Bot.Indicators.Queries.SmallTalkKind))]
    [InlineData("title.aggregate.", typeof(Bot.Indicators.Queries.AggregateFunction))]
    [InlineData("aggregate.name.", typeof(Bot.Indicators.Queries.AggregateFunction))]
    [InlineData("button.help.", typeof(Bot.Indicators.Queries.HelpTopic))]
    [InlineData("filter.", typeof(Comparator))]
    [InlineData("findings.said.", typeof(Polarity))]
    [InlineData("findings.count.", typeof(Polarity))]
    [InlineData("findings.sort.", typeof(Polarity))]
    [InlineData("findings.title.", typeof(Polarity))]
    [InlineData("title.findings.", typeof(Polarity))]
    [InlineData("status.", typeof(ObservationStatus))]
    [InlineData("document.fault.", typeof(Bot.Indicators.Proposals.DocumentFault))]
    [InlineData("alias.fault.", typeof(Bot.Indicators.Learning.AliasFault))]
    public void Every_member_of_a_list_has_words(string prefix, Type members) =>
        Assert.DoesNotContain(Enum.GetNames(members), name => !Read("Strings.resx").ContainsKey(prefix + name));

    [Fact]
    public void Every_kind_of_unit_has_words() =>
        Assert.Empty(
            OrgUnitKinds
                .All.SelectMany(kind => new[] { "kind.", "count.", "button.compare." }.Select(p => p + OrgUnitKinds.Text(kind)))
                .Except(Read("Strings.resx").Keys)
        );

    // The reader's grammars hold the words that they read; nobody sees those.
    [Fact]
    public void No_source_file_but_the_readers_holds_vietnamese_words() =>
        Assert.Empty(
            Repository
                .Sources("src")
                .Where(f => !f.Contains("/Bot.Understanding/", StringComparison.Ordinal))
                .SelectMany(f => File.ReadLines(f).Select((line, i) => (f, i, line)))
                .Where(l => !l.line.TrimStart().StartsWith("//", StringComparison.Ordinal))
                .Where(l => Vietnamese().IsMatch(Comment().Replace(l.line, "")))
                .Select(l => $"{Path.GetRelativePath(Repository.Root, l.f)}:{l.i + 1} {l.line.Trim()}")
        );

    private static Dictionary<string, string> Read(string file) =>
        XDocument
            .Load(Path.Combine(Folder, file))
            .Root!.Elements("data")
            .ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value);

    private static HashSet<string> Parts(string text) => [.. Part().Matches(text).Select(m => m.Value)];

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Part();

    [GeneratedRegex(@"(?:words\[|Say\(|Count\(|this\[)\s*(?:[a-zA-Z.!=\s]+\?\s*)?""([a-zA-Z.]+)""")]
    private static partial Regex Named();

    [GeneratedRegex("\"[^\"]*[ăâđêôơưĂÂĐÊÔƠƯ\u00e0-\u00e3\u1ea0-\u1ef9][^\"]*\"")]
    private static partial Regex Vietnamese();

    [GeneratedRegex(@"\s//.*$")]
    private static partial Regex Comment();
}
