namespace Bot.Tests.Understanding.Generated;

/// <summary>The lists that made-up cities and questions are drawn from; a line is cells between bars.</summary>
internal static class WordLists
{
    public static readonly string[][] Units = Read("units.txt");
    public static readonly string[][] Places = Read("places.txt");
    public static readonly string[][] Indicators = Read("indicators.txt");
    public static readonly string[][] Plans = Read("plans.txt");
    public static readonly string[][] Projects = Read("projects.txt");
    public static readonly string[][] Strangers = Read("strangers.txt");
    public static readonly string[][] Unmeasured = Read("unmeasured.txt");
    public static readonly string[][] Vietnamese = Read("templates.vi.txt");
    public static readonly string[][] English = Read("templates.en.txt");

    /// <summary>The parts of a cell that holds several.</summary>
    public static string[] Parts(string cell, char mark = ';') =>
        cell.Split(mark, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string[][] Read(string file) =>
        [
            .. File.ReadLines(Cases.PathOf("tests/Bot.Tests/Cases/understanding/generated/" + file))
                .Where(l => l.Length > 0 && l[0] != '#')
                .Select(l => l.Split('|', StringSplitOptions.TrimEntries)),
        ];
}
