using System.Text;
using System.Text.RegularExpressions;
using Bot.Hosting;

namespace Bot.Models;

/// <summary>
/// Takes out of a text what identifies a person: addresses, telephone numbers, ids, and names behind a form of address. Numbers of
/// documents and figures stay, for they are what the questions are about.
/// </summary>
internal static partial class Redaction
{
    private static readonly Lazy<Regex> Person = new(People);

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

    private static Regex People()
    {
        var forms = Encoding
            .UTF8.GetString(PageFile.Read("Models/forms-of-address.txt"))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            // A sentence may begin with it.
            .Select(form => $"[{char.ToUpperInvariant(form[0])}{form[0]}]{Regex.Escape(form[1..])}");
        return new Regex(
            $@"(?<title>(?<!\p{{L}})(?:{string.Join('|', forms)}))(?:\s+\p{{Lu}}[\p{{Ll}}\p{{M}}]*){{1,5}}",
            RegexOptions.CultureInvariant
        );
    }
}
