using System.Buffers;

namespace Bot.Understanding.Text;

/// <summary>Cuts a text into words, numbers and marks.</summary>
internal static class Tokeniser
{
    private static readonly SearchValues<char> LowerCase = SearchValues.Create("abcdefghijklmnopqrstuvwxyz");
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    public static Token[] Split(string text)
    {
        var folded = FoldedText.Of(text);
        // Where all is in capitals, a capital tells nothing.
        var capitals = text.AsSpan().ContainsAny(LowerCase);
        var tokens = new List<Token>();
        var i = 0;
        var space = true;
        while (i < folded.Length)
        {
            var c = folded[i];
            if (c is ' ' or '"' or '*' or '_' or '#')
            {
                space = true;
                i++;
                continue;
            }

            var end =
                char.IsAsciiDigit(c) ? NumberEnd(folded, i)
                : char.IsLetter(c) ? WordEnd(folded, i)
                : MarkEnd(folded, i);
            var sort =
                char.IsAsciiDigit(c) ? TokenSort.Number
                : char.IsLetter(c) ? TokenSort.Word
                : TokenSort.Mark;
            tokens.Add(Make(folded, sort, i, end, space, capitals));
            space = false;
            i = end;
        }

        return [.. tokens];
    }

    /// <summary>The key and the term of a word as names and cues hold it.</summary>
    public static Token Make(string word) => Make(FoldedText.Of(word), TokenSort.Word, 0, word.Length, true);

    /// <summary>A word as if it had been typed at that place of the text.</summary>
    public static Token Make(string word, int start, int end, Token typed, string? corrected = null)
    {
        var made = Make(word);
        return new Token
        {
            Sort = TokenSort.Word,
            Start = start,
            End = end,
            Word = made.Word,
            Capital = typed.Capital && start == typed.Start,
            SpaceBefore = start != typed.Start || typed.SpaceBefore,
            Key = made.Key,
            Bare = made.Bare,
            Term = made.Term,
            Decoded = made.Decoded,
            DecodedTerm = made.DecodedTerm,
            Corrected = corrected,
        };
    }

    private static Token Make(FoldedText folded, TokenSort sort, int start, int end, bool space, bool capitals = true)
    {
        var word = folded.Slice(start, end);
        var origin = folded.Origin(start);
        if (sort != TokenSort.Word)
        {
            return new Token
            {
                Sort = sort,
                Start = origin,
                End = folded.Origin(end - 1) + 1,
                Word = word,
                Key = word,
                Bare = word,
                Term = word,
                SpaceBefore = space,
            };
        }

        word = word.Replace("'", "", StringComparison.Ordinal);
        var key = Syllable.Key(word);
        var bare = Syllable.Bare(key);
        var decoded = Telex.Decode(word) ?? Vni.Decode(word) ?? Initials(word);
        return new Token
        {
            Sort = sort,
            Start = origin,
            End = end < folded.Length ? TrimmedEnd(folded, end) : folded.Original.Length,
            Word = word,
            Capital = capitals && char.IsUpper(folded.Original[origin]),
            SpaceBefore = space,
            Key = key,
            Bare = bare,
            Term = Stem.Of(bare),
            Decoded = decoded == key ? null : decoded,
            DecodedTerm = decoded is null || decoded == key ? null : Syllable.Bare(decoded),
        };
    }

    // An abbreviation holds no vowel to decode by: "ddt" and "d9t" are đt.
    private static string? Initials(string word) =>
        word.AsSpan().IndexOfAny(Vowels) >= 0 ? null
        : word.Contains("d9", StringComparison.Ordinal) ? word.Replace("d9", "đ", StringComparison.Ordinal)
        : word.Contains("dd", StringComparison.Ordinal)
            ? word.Replace("ddd", "dđ", StringComparison.Ordinal).Replace("dd", "đ", StringComparison.Ordinal)
        : null;

    // The last character of a decomposed letter is a mark: a token reaches to where the next character begins.
    private static int TrimmedEnd(FoldedText folded, int end) => folded.Origin(end);

    private static int NumberEnd(FoldedText folded, int i)
    {
        while (char.IsAsciiDigit(folded[i]) || folded[i] is '.' or ',' && char.IsAsciiDigit(folded[i + 1]))
        {
            i++;
        }

        return i;
    }

    private static int WordEnd(FoldedText folded, int i)
    {
        // "quý2/2023": the digits of VNI come after bare letters only.
        var accented = false;
        while (
            (accented ? char.IsLetter(folded[i]) : char.IsLetterOrDigit(folded[i]))
            || folded[i] == '\'' && char.IsLetter(folded[i + 1]) && !IsPossessive(folded, i)
        )
        {
            accented |= !char.IsAscii(folded[i]);
            i++;
        }

        return i;
    }

    private static int MarkEnd(FoldedText folded, int i) =>
        folded[i] == '\'' && IsPossessive(folded, i) || folded[i] is '>' or '<' && folded[i + 1] == '=' ? i + 2 : i + 1;

    private static bool IsPossessive(FoldedText folded, int i) => folded[i + 1] == 's' && !char.IsLetterOrDigit(folded[i + 2]);
}
