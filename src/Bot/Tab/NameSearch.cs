using System.Globalization;
using Bot.Indicators;

namespace Bot.Tab;

/// <summary>Finds units by a part of a name, with or without accents.</summary>
internal static class NameSearch
{
    private static readonly CompareInfo Letters = CultureInfo.InvariantCulture.CompareInfo;

    /// <summary>Whether a name, an alias or the code has these words; null asks for nothing.</summary>
    public static bool Finds(string? words, OrgUnit unit) =>
        words is null
        || new[] { unit.Names.In(Language.Vietnamese), unit.Names.In(Language.English), unit.Code.Value }
            .Concat(unit.Names.Aliases)
            .Any(name => Has(name, words));

    // A d with a stroke is a letter of its own, not a d with an accent.
    private static bool Has(string name, string words) =>
        Letters.IndexOf(Plain(name), Plain(words), CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0;

    private static string Plain(string text) => text.Replace('\u0111', 'd').Replace('\u0110', 'D');
}
