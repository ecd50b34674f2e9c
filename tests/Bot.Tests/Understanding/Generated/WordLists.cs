namespace Bot.Tests.Understanding.Generated;

/// <summary>The lists that made-up cities and questions are drawn from; a line is cells between bars.</summary>
internal static class WordLists
{
    public const string Folder = "tests/Bot.Tests/Cases/understanding/generated/";

    public static readonly string[][] Units = Read("units.txt");
    public static readonly string[][] Places = Read("places.txt");
    public static readonly string[][] Indicators = Read("indicators.txt");
    public static readonly string[][] Plans = Read("plans.txt");
    public static readonly string[][] Reports = Read("reports.txt");
    public static readonly string[][] Projects = Read("projects.txt");
    public static readonly string[][] Strangers = Read("strangers.txt");
    public static readonly string[][] Unmeasured = Read("unmeasured.txt");

    /// <summary>What a kind of question means, as text with slots.</summary>
    public static readonly Dictionary<string, string> Kinds = Read("kinds.txt").ToDictionary(r => r[0], r => string.Join('|', r[1..]));

    /// <summary>The parts of a cell that holds several.</summary>
    public static string[] Parts(string cell, char mark = ';') =>
        cell.Split(mark, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The rows of a file.</summary>
    public static IEnumerable<string[]> Rows(string path) =>
        File.ReadLines(path).Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('|', StringSplitOptions.TrimEntries));

    private static string[][] Read(string file) => [.. Rows(Cases.PathOf(Folder + file))];
}
