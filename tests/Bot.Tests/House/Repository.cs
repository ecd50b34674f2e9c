namespace Bot.Tests.House;

/// <summary>Where the sources of this checkout are, for tests that read them.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static IEnumerable<string> Sources(string folder) =>
        Directory
            .EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal));

    private static string Find()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "Bot.sln")))
            {
                return folder;
            }
        }

        throw new DirectoryNotFoundException("Bot.sln is not above " + AppContext.BaseDirectory);
    }
}
