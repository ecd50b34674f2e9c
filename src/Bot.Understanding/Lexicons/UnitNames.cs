using Bot.Indicators;
using Bot.Understanding.Text;

namespace Bot.Understanding.Lexicons;

/// <summary>A way to name a unit.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Weak">Whether it is a name without its head word ("Xây dựng", "Health"): only a unit where the sentence leaves no other part for it.</param>
/// <param name="Built">Whether it is built from initials although the unit declares another abbreviation: a declared name of another unit beats it.</param>
internal sealed record UnitName(OrgUnit Unit, bool Weak, bool Built = false);

/// <summary>The names of a unit that officials type: as in the catalogue, and those that follow from it by rule.</summary>
internal static class UnitNames
{
    private static readonly string[] VietnameseHeads = ["Sở", "Ban", "Văn phòng", "Chi cục", "Cục"];

    private static readonly (string Head, string Short)[] PlaceHeads =
    [
        ("Quận", "Q"),
        ("Huyện", "H"),
        ("Phường", "P"),
        ("Xã", "X"),
        ("Thị trấn", "TT"),
        ("Thành phố", "TP"),
        ("Tỉnh", "Tỉnh"),
        ("Thị xã", "TX"),
    ];

    private static readonly string[] EnglishPlaceTails =
    [
        "Urban District",
        "Rural District",
        "District",
        "Ward",
        "Commune",
        "City",
        "Province",
        "Town",
    ];

    public static void AddTo(PhraseTrie<UnitName> trie, OrgUnit unit)
    {
        var strong = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var weak = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in (ReadOnlySpan<string>)[unit.Names.Vietnamese, unit.Names.English, .. unit.Names.Aliases])
        {
            Spell(unit, name, strong, weak);
        }

        // "Thạnh Trà" begins like a head word, and is still the name of a place alone.
        strong.ExceptWith(Places(unit));
        weak.ExceptWith(strong);
        var declared = unit.Names.Aliases.AsSpan().ToArray().Where(a => IsAbbreviation(a.Split(' ')[^1])).Select(Letters).ToList();
        foreach (var name in strong)
        {
            var built = declared.Count > 0 && IsAbbreviation(name.Split(' ')[^1]) && !declared.Contains(Letters(name));
            trie.Add(Tokeniser.Split(name), new(unit, Weak: false, built));
        }

        foreach (var name in weak)
        {
            trie.Add(Tokeniser.Split(name), new(unit, Weak: true));
        }
    }

    private static IEnumerable<string> Places(OrgUnit unit) =>
        PlaceHeads.Select(p => Rest(unit.Names.Vietnamese, [p.Head])?.Tail).OfType<string>();

    private static void Spell(OrgUnit unit, string name, HashSet<string> strong, HashSet<string> weak)
    {
        if (name.Length < 2)
        {
            return;
        }

        (IsHeaded(name) || IsAbbreviation(name) ? strong : weak).Add(name);
        if (Rest(name, VietnameseHeads) is { } head)
        {
            Department(head.Head, head.Tail, strong, weak);
        }

        foreach (var (full, brief) in PlaceHeads)
        {
            if (Rest(name, [full]) is { } place)
            {
                strong.Add($"{full} {place.Tail}");
                strong.Add($"{brief}. {place.Tail}");
                strong.Add($"UBND {full} {place.Tail}");
                strong.Add($"UBND {brief}. {place.Tail}");
                strong.Add($"Ủy ban nhân dân {full} {place.Tail}");
                weak.Add(place.Tail);
            }
        }

        English(name, strong, weak);
    }

    private static void Department(string head, string rest, HashSet<string> strong, HashSet<string> weak)
    {
        if (Tokeniser.Split(rest).Length > 1)
        {
            weak.Add(rest);
        }

        var parts = rest.Split([" và ", " - ", ", ", " & ", " – "], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var initials = parts.Select(Initials).ToArray();
        var headInitial = Initials(head);
        if (string.Concat(initials) is not { Length: > 1 } || initials.Length > 4 || rest.Split(' ').Any(IsAbbreviation))
        {
            return;
        }

        // All ways to join or part them: GDĐT, GD-ĐT; LĐTBXH, LĐ-TB&XH, LĐTB&XH.
        for (var joins = 0; joins < 1 << (initials.Length - 1); joins++)
        {
            var text = initials[0];
            for (var i = 1; i < initials.Length; i++)
            {
                text += ((joins >> (i - 1) & 1) == 0 ? "" : "-") + initials[i];
            }

            strong.Add($"{head} {text}");
            strong.Add(headInitial + text);
            if (text.Length > 3)
            {
                weak.Add(text);
            }
        }

        if (parts.Length > 1)
        {
            // "Sở Giáo dục": the first part names the unit where no other begins so; else the names collide and are asked about.
            strong.Add($"{head} {parts[0]}");
            strong.Add($"{head} {parts[0]} {string.Concat(initials[1..])}");
        }
    }

    private static void English(string name, HashSet<string> strong, HashSet<string> weak)
    {
        foreach (var head in (ReadOnlySpan<string>)["Department of ", "Committee for ", "Office of the ", "Office of ", "Committee of "])
        {
            if (name.StartsWith(head, StringComparison.OrdinalIgnoreCase))
            {
                var rest = name[head.Length..];
                var noun = head.Split(' ')[0];
                strong.Add($"{rest} {noun}");
                weak.Add(rest);
                if (noun == "Department")
                {
                    strong.Add($"Dept of {rest}");
                    strong.Add($"Dept. of {rest}");
                    strong.Add($"{rest} Dept");
                    strong.Add($"Department for {rest}");
                    strong.Add($"Department {rest}");
                    var and = rest.IndexOf(" and ", StringComparison.Ordinal);
                    if (and > 0)
                    {
                        var first = rest[..and].Split(',')[0];
                        strong.Add($"Department of {first}");
                        strong.Add($"{first} Department");
                    }
                }
            }
        }

        foreach (var tail in EnglishPlaceTails)
        {
            if (name.Length > tail.Length + 1 && name.EndsWith(" " + tail, StringComparison.OrdinalIgnoreCase))
            {
                var place = name[..^(tail.Length + 1)];
                var last = tail.Split(' ')[^1];
                strong.Add($"{place} {last}");
                strong.Add($"{last} of {place}");
                strong.Add($"{last} {place}");
                strong.Add($"People's Committee of {place} {last}");
                strong.Add($"{place} {last} People's Committee");
                weak.Add(place);
                return;
            }
        }
    }

    private static (string Head, string Tail)? Rest(string name, ReadOnlySpan<string> heads)
    {
        foreach (var head in heads)
        {
            if (name.Length > head.Length + 1 && name.StartsWith(head + " ", StringComparison.OrdinalIgnoreCase))
            {
                return (name[..head.Length], name[(head.Length + 1)..].Trim());
            }
        }

        return null;
    }

    // A name with its head word, or one so long that it can be nothing else.
    private static bool IsHeaded(string name)
    {
        var words = Tokeniser.Split(name);
        var book = CueBook.Instance;
        return words.Length > 1 && book.UnitHeads.Contains(words[0].Bare) && words[0].Key is not "phuong2"
            || words.Any(t => book.UnitNouns.Contains(t.Bare));
    }

    private static bool IsAbbreviation(string name) =>
        !name.Contains(' ', StringComparison.Ordinal) && name.Length >= 2 && name.Count(char.IsUpper) >= 2 && name.Count(char.IsLower) <= 1;

    // "Sở KH&ĐT", "SKHĐT": S, K, H, Đ, T.
    private static string Letters(string name)
    {
        var words = name.Split(' ');
        return (words.Length > 1 ? words[0][..1] : "") + string.Concat(words[^1].Where(char.IsLetter));
    }

    private static string Initials(string words) =>
        IsAbbreviation(words)
            ? words
            : string.Concat(
                words
                    .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                    .Where(w => char.IsLetter(w[0]))
                    .Select(w => char.ToUpperInvariant(w[0]))
            );
}
