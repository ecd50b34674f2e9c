namespace Bot.Tests.Understanding.Generated;

/// <summary>The lists that made-up cities and questions of one sort are drawn from; a line is cells between bars.</summary>
internal sealed class WordLists(string city)
{
    public const string Folder = "tests/Bot.Tests/Cases/understanding/generated/";

    public static readonly WordLists Town = new("town");
    public static readonly WordLists Coast = new("coast");
    public static readonly WordLists Upland = new("upland");
    public static readonly WordLists Delta = new("delta");

    /// <summary>What a kind of question means, as text with slots.</summary>
    public static readonly Dictionary<string, string> Kinds = Rows(Cases.PathOf(Folder + "kinds.txt"))
        .ToDictionary(r => r[0], r => string.Join('|', r[1..]));

    public string[][] Units { get; } = Read(city, "units");
    public string[][] Places { get; } = Read(city, "places");
    public string[][] Indicators { get; } = Read(city, "indicators");
    public string[][] Plans { get; } = Read(city, "plans");
    public string[][] Reports { get; } = Read(city, "reports");
    public string[][] Projects { get; } = Read(city, "projects");
    public string[][] Strangers { get; } = Read(city, "strangers");
    public string[][] Unmeasured { get; } = Read(city, "unmeasured");

    public static WordLists Of(string city) =>
        city switch
        {
            "town" => Town,
            "coast" => Coast,
            "upland" => Upland,
            "delta" => Delta,
            _ => throw new ArgumentException(city, nameof(city)),
        };

    /// <summary>The parts of a cell that holds several.</summary>
    public static string[] Parts(string cell, char mark = ';') =>
        cell.Split(mark, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The rows of a file.</summary>
    public static IEnumerable<string[]> Rows(string path) =>
        File.ReadLines(path).Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('|', StringSplitOptions.TrimEntries));

    private static string[][] Read(string city, string file) => [.. Rows(Cases.PathOf($"{Folder}{city}/{file}.txt"))];
}
