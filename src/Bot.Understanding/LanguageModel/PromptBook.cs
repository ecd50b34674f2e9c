using System.Reflection;
using Bot.Indicators;

namespace Bot.Understanding.LanguageModel;

/// <summary>The prompts of <c>prompts/</c>, which travel inside the program. They are read when the book is opened, all or none.</summary>
public sealed class PromptBook
{
    private const string Folder = "prompts/";

    private static readonly Assembly Program = typeof(PromptBook).Assembly;

    private readonly Dictionary<(string, Language), PromptFile> _files;

    /// <summary>Reads every prompt.</summary>
    /// <exception cref="FormatException">A file is not in order.</exception>
    public PromptBook() =>
        _files = Names.Select(name => PromptFile.Read(name, ContentOf(name))).ToDictionary(file => (file.Purpose, file.Language));

    /// <summary>The names of the files.</summary>
    public static ValueList<string> Names { get; } =
    [.. Program.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>All prompts.</summary>
    public IReadOnlyCollection<PromptFile> Files => _files.Values;

    /// <summary>The prompt of a purpose in a language.</summary>
    public PromptFile this[string purpose, Language language] => _files[(purpose, language)];

    private static string ContentOf(string name)
    {
        using var reader = new StreamReader(Program.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
