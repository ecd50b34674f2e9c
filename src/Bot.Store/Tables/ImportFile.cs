namespace Bot.Store.Tables;

/// <summary>A file to import.</summary>
/// <param name="Name">Its name; the stem says which table it is (<c>observations-2024.csv</c>).</param>
/// <param name="Open">Opens its bytes from the beginning; an import may do so more than once.</param>
public sealed record ImportFile(string Name, Func<Stream> Open)
{
    /// <summary>A file in memory.</summary>
    public ImportFile(string name, ReadOnlyMemory<byte> content)
        : this(name, () => new MemoryStream(content.ToArray(), writable: false)) { }

    /// <summary>The whole file at once, for what is read as one piece.</summary>
    public ReadOnlyMemory<byte> Content
    {
        get
        {
            using var stream = Open();
            using var content = new MemoryStream();
            stream.CopyTo(content);
            return content.ToArray();
        }
    }

    /// <summary>Whether tables of that file can be imported, by its extension.</summary>
    public static bool IsTable(string path) =>
        Path.GetExtension(path).ToLowerInvariant() is TableFiles.Csv or TableFiles.Xlsx
        && !Path.GetFileName(path).StartsWith("~$", StringComparison.Ordinal);

    /// <summary>The file, or every table of a folder.</summary>
    public static IReadOnlyList<ImportFile> In(string path)
    {
        string[] paths = Directory.Exists(path) ? [.. Directory.EnumerateFiles(path).Where(IsTable).Order(StringComparer.Ordinal)] : [path];
        return [.. paths.Select(file => new ImportFile(Path.GetFileName(file), () => File.OpenRead(file)))];
    }
}
