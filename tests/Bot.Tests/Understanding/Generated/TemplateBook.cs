namespace Bot.Tests.Understanding.Generated;

/// <summary>The wordings that questions are drawn from: kind and template, batch by batch as they were written.</summary>
internal sealed class TemplateBook(string batch)
{
    /// <summary>All batches.</summary>
    public static readonly TemplateBook All = new("*");

    public string[][] Vietnamese { get; } = Read($"{batch}.vi.txt");

    public string[][] English { get; } = Read($"{batch}.en.txt");

    private static string[][] Read(string pattern) =>
        [
            .. Directory
                .EnumerateFiles(Cases.PathOf(WordLists.Folder + "templates"), pattern)
                .Order(StringComparer.Ordinal)
                .SelectMany(WordLists.Rows),
        ];
}
