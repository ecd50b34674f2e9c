using System.Text.Json;
using System.Text.RegularExpressions;

namespace Bot.Models;

/// <summary>
/// Takes out of a text what identifies a person: addresses, telephone numbers, ids, and names behind a form of address. Numbers of
/// documents and figures stay, for they are what the questions are about.
/// </summary>
internal static partial class Redaction
{
    private static readonly Lazy<Regex> Person = new(static () => NamesBehind(Titles()));

    public static string Of(string text)
    {
        var without = Address().Replace(text, "[email]");
        without = Id().Replace(without, "[id]");
        without = Telephone().Replace(without, "[phone]");
        return Person.Value.Replace(without, "${title} [name]");
    }

    [GeneratedRegex(@"[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+", RegexOptions.NonBacktracking)]
    private static partial Regex Address();

    [GeneratedRegex(
        @"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|29:[\w-]{10,}",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Id();

    // Vietnamese numbers have ten digits (eleven once), in groups or not, behind 0, 84 or +84; a document's number has a slash behind it.
    [GeneratedRegex(@"(?<![\p{L}\p{N}/.,-])(\+?84|0)([ .-]?\d){9,10}(?![\p{L}\p{N}/]|[.,]\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Telephone();

    // A form of address, and the capitalised words behind it: its first letter may be a capital, the others are as written.
    private static Regex NamesBehind(IEnumerable<string> titles) =>
        new(
            $@"(?<title>(?<!\p{{L}})(?:{string.Join('|', titles.Select(EitherCase))}))(?:\s+\p{{Lu}}[\p{{Ll}}\p{{M}}]*){{1,5}}",
            RegexOptions.CultureInvariant | RegexOptions.Compiled
        );

    private static string EitherCase(string title) =>
        $"[{char.ToLowerInvariant(title[0])}{char.ToUpperInvariant(title[0])}]{Regex.Escape(title[1..])}";

    private static IReadOnlyList<string> Titles()
    {
        using var stream = typeof(Redaction).Assembly.GetManifestResourceStream("Models/titles.json")!;
        using var list = JsonDocument.Parse(stream);
        return [.. list.RootElement.EnumerateArray().Select(title => title.GetString()!)];
    }
}
