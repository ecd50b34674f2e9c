namespace Bot.Store.Tables;

/// <summary>A file to import.</summary>
/// <param name="Name">Its name; the stem says which table it is (<c>observations-2024.csv</c>).</param>
/// <param name="Content">Its bytes.</param>
public sealed record ImportFile(string Name, ReadOnlyMemory<byte> Content)
{
    /// <summary>Whether tables of that file can be imported, by its extension.</summary>
    public static bool IsTable(string path) =>
        Path.GetExtension(path).ToLowerInvariant() is TableFiles.Csv or TableFiles.Xlsx
        && !Path.GetFileName(path).StartsWith("~$", StringComparison.Ordinal);

    /// <summary>Reads a file, or every table of a folder.</summary>
    public static async Task<IReadOnlyList<ImportFile>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        string[] paths = Directory.Exists(path) ? [.. Directory.EnumerateFiles(path).Where(IsTable).Order(StringComparer.Ordinal)] : [path];
        List<ImportFile> files = [];
        foreach (var file in paths)
        {
            files.Add(new ImportFile(Path.GetFileName(file), await File.ReadAllBytesAsync(file, cancellationToken)));
        }

        return files;
    }
}
