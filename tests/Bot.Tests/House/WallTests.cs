using System.Xml.Linq;

namespace Bot.Tests.House;

public sealed class WallTests
{
    // A literal copy of the table in docs/decisions/0002-rooms-and-walls.md: a new arrow must be decided there first.
    private const string Allowed = """
        Bot -> Bot.Activities Bot.Cards Bot.Delivery Bot.Indicators Bot.Reminders Bot.Store Bot.Understanding
        Bot.Activities ->
        Bot.AdaptiveCards ->
        Bot.Cards -> Bot.AdaptiveCards Bot.Indicators
        Bot.Delivery -> Bot.Activities Bot.Store
        Bot.Indicators ->
        Bot.Reminders -> Bot.Cards Bot.Delivery Bot.Indicators Bot.Store
        Bot.Store -> Bot.Indicators
        Bot.Understanding -> Bot.Indicators
        """;

    [Fact]
    public void Projects_refer_only_to_what_the_house_allows() => Assert.Equal(Allowed.ReplaceLineEndings("\n"), References());

    [Fact]
    public void Only_the_store_is_a_friend_of_the_vocabulary()
    {
        var friends = Repository
            .Sources("src")
            .Where(f => File.ReadAllText(f).Contains("InternalsVisibleTo", StringComparison.Ordinal))
            .ToList();
        Assert.Empty(friends);
        Assert.Equal(
            ["Bot.Indicators: Bot.Store"],
            Projects().SelectMany(p => Items(p, "InternalsVisibleTo").Select(f => $"{Name(p)}: {f}"))
        );
    }

    [Fact]
    public void References_are_not_transitive() =>
        Assert.Contains(
            "<DisableTransitiveProjectReferences>true",
            File.ReadAllText(Path.Combine(Repository.Root, "src/Directory.Build.props")),
            StringComparison.Ordinal
        );

    [Fact]
    public void The_store_keeps_its_database_library_to_itself()
    {
        var store = XDocument.Load(Path.Combine(Repository.Root, "src/Bot.Store/Bot.Store.csproj"));
        var leaking = store
            .Descendants("PackageReference")
            .Where(p => ((string?)p.Attribute("Include"))!.Contains("EntityFrameworkCore", StringComparison.Ordinal))
            .Where(p => (string?)p.Attribute("PrivateAssets") is not ("compile" or "all"))
            .Select(p => (string?)p.Attribute("Include"));
        Assert.Empty(leaking);
    }

    private static string References() =>
        string.Join(
            '\n',
            Projects()
                .Select(p =>
                    $"{Name(p)} -> {string.Join(' ', Items(p, "ProjectReference").Select(Name).Order(StringComparer.Ordinal))}".TrimEnd()
                )
        );

    private static IEnumerable<string> Projects() =>
        Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .OrderBy(Name, StringComparer.Ordinal);

    private static IEnumerable<string> Items(string project, string item) =>
        XDocument.Load(project).Descendants(item).Select(i => (string?)i.Attribute("Include")).OfType<string>();

    private static string Name(string path) => Path.GetFileNameWithoutExtension(path.Replace('\\', '/'));
}
