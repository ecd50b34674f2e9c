using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Bot.Indicators.Contacts;

namespace Bot.Models;

/// <summary>
/// Takes out of a text what identifies a person: addresses, telephone numbers, ids, the names of contacts however they are typed, names
/// behind a form of address, and full names that begin with a common surname. Numbers of documents and figures stay, for they are what the
/// questions are about. What is taken out too much costs an answer of the model and never a right one.
/// </summary>
/// <param name="contacts">The people whom the city has told the bot about.</param>
internal sealed partial class Redaction(Func<IReadOnlyList<Contact>> contacts)
{
    private const string Capitals = @"(?:\s+\p{Lu}[\p{Ll}\p{M}]*)";

    private static readonly Lazy<Regex> Person = new(static () => NamesIn(PeopleWords()));

    private volatile Known? _known;

    public string Of(string text)
    {
        var without = Address().Replace(text, "[email]");
        without = Id().Replace(without, "[id]");
        without = Telephone().Replace(without, "[phone]");
        return Person.Value.Replace(
            Names.Without(without),
            static name => name.Groups["title"] is { Length: > 0 } title ? $"{title} {ContactNames.Removed}" : ContactNames.Removed
        );
    }

    // The contacts stay the same list until one of them changes.
    private ContactNames Names
    {
        get
        {
            var all = contacts();
            return (_known is { } known && known.Contacts == all ? known : _known = new(all, new(all.Select(static c => c.Name)))).Names;
        }
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

    // Behind a form of address one capitalised word is a name; without, a surname and two more, unless a kind of place stands before it:
    // wards, roads and schools are called after people.
    private static Regex NamesIn(JsonElement words) =>
        new(
            $@"(?<title>(?<!\p{{L}})(?:{Any(words, "titles", EitherCase)})){Capitals}{{1,5}}"
                + $@"|(?<!\p{{L}})(?<!(?<!\p{{L}})(?:{Any(words, "places", EitherCase)})\s+)(?:{Any(words, "surnames", Regex.Escape)}){Capitals}{{2,3}}",
            RegexOptions.CultureInvariant | RegexOptions.Compiled
        );

    private static string Any(JsonElement words, string kind, Func<string, string> written) =>
        string.Join(
            '|',
            words
                .GetProperty(kind)
                .EnumerateArray()
                .Select(static word => word.GetString()!)
                .SelectMany(static word => (string[])[word.Normalize(), word.Normalize(NormalizationForm.FormD)])
                .Distinct(StringComparer.Ordinal)
                .Select(written)
        );

    private static string EitherCase(string word) =>
        $"[{char.ToLowerInvariant(word[0])}{char.ToUpperInvariant(word[0])}]{Regex.Escape(word[1..])}";

    private static JsonElement PeopleWords()
    {
        using var stream = typeof(Redaction).Assembly.GetManifestResourceStream("Models/people.json")!;
        using var words = JsonDocument.Parse(stream);
        return words.RootElement.Clone();
    }

    private sealed record Known(IReadOnlyList<Contact> Contacts, ContactNames Names);
}
