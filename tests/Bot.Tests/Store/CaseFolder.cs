using Bot.Store.Tables;

namespace Bot.Tests.Store;

/// <summary>Data of the tests, found from wherever they run.</summary>
internal static class CaseFolder
{
    public static string Path(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null)
        {
            var cases = System.IO.Path.Combine(folder.FullName, "tests", "Bot.Tests", "Cases", name);
            if (Directory.Exists(cases))
            {
                return cases;
            }

            folder = folder.Parent;
        }

        throw new DirectoryNotFoundException($"tests/Bot.Tests/Cases/{name}");
    }

    public static IReadOnlyList<ImportFile> City() => ImportFile.In(Path("city"));
}
