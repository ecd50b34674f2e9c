using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Bot.Models;

/// <summary>The full names of people, found in a text with or without accents and capitals. One word alone is not taken for a name.</summary>
internal sealed partial class ContactNames
{
    /// <summary>What stands in a name's place.</summary>
    public const string Removed = "[name]";

    // By the first word; the longest first, so that no rest of a name stays.
    private readonly Dictionary<string, List<string[]>> _names;

    public ContactNames(IEnumerable<string> names) =>
        _names = names
            .Select(static name => Word().Matches(name).Select(static word => Bare(word.ValueSpan)).ToArray())
            .Where(static words => words.Length > 1)
            .GroupBy(static words => words[0], StringComparer.Ordinal)
            .ToDictionary(
                static group => group.Key,
                static group => group.OrderByDescending(static words => words.Length).ToList(),
                StringComparer.Ordinal
            );

    /// <summary>The text without them.</summary>
    public string Without(string text)
    {
        if (_names.Count == 0)
        {
            return text;
        }

        var words = Word().Matches(text).ToArray();
        var bare = Array.ConvertAll(words, static word => Bare(word.ValueSpan));
        var kept = new StringBuilder(text.Length);
        var from = 0;
        for (var i = 0; i < words.Length; )
        {
            var length = _names.TryGetValue(bare[i], out var names) ? names.Find(name => IsAt(text, words, bare, i, name))?.Length ?? 0 : 0;
            if (length > 0)
            {
                kept.Append(text, from, words[i].Index - from).Append(Removed);
                from = words[i + length - 1].Index + words[i + length - 1].Length;
            }

            i += Math.Max(1, length);
        }

        return kept.Append(text, from, text.Length - from).ToString();
    }

    private static bool IsAt(string text, Match[] words, string[] bare, int at, string[] name)
    {
        if (at + name.Length > words.Length)
        {
            return false;
        }

        for (var i = 0; i < name.Length; i++)
        {
            var end = words[at + i].Index + words[at + i].Length;
            if (bare[at + i] != name[i] || i + 1 < name.Length && !text.AsSpan(end, words[at + i + 1].Index - end).IsWhiteSpace())
            {
                return false;
            }
        }

        return true;
    }

    [GeneratedRegex(@"[\p{L}\p{N}][\p{L}\p{N}\p{M}]*", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    private static string Bare(ReadOnlySpan<char> word)
    {
        var bare = new StringBuilder(word.Length);
        foreach (var letter in word.ToString().Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                bare.Append(letter is 'đ' or 'Đ' ? 'd' : char.ToLowerInvariant(letter));
            }
        }

        return bare.ToString();
    }
}
