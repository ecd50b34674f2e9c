using System.Buffers;
using Bot.Understanding.Periods;
using Bot.Understanding.Text;

namespace Bot.Understanding.Lexicons;

/// <summary>
/// Words that are none, read as what they can only be: words of a name or a cue run together ("soyte", "liênthông"), or a word of a
/// unit's name with a letter too many, too few or swapped ("Tài chínnh"). A word that is known, a syllable, a number or an
/// abbreviation stays as it is, and so does one that could be two things. Small words that chat shortens are written out.
/// </summary>
internal static class MeantWords
{
    private const int Shortest = 3;
    private const int ShortestSlip = 5;
    private const int Longest = 24;
    private const int LongestEndless = 4;

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    public static Token[] Of(Token[] tokens, Lexicon lexicon)
    {
        List<Token>? meant = null;
        for (var i = 0; i < tokens.Length; i++)
        {
            var parts =
                Written(tokens[i], lexicon)
                ?? (
                    IsOpen(tokens, i, lexicon)
                        ? Parted(tokens[i], lexicon) ?? Mended(tokens, i, lexicon) ?? Small(tokens, i) ?? OfTime(tokens, i)
                        : null
                );
            if (parts is not null)
            {
                (meant ??= [.. tokens[..i]]).AddRange(parts);
            }
            else
            {
                meant?.Add(tokens[i]);
            }
        }

        return meant is null ? tokens : [.. meant];
    }

    // "là j", "đc bn": written out, unless some name has it so.
    private static List<Token>? Written(Token token, Lexicon lexicon) =>
        token.Sort == TokenSort.Word
        && token.Word.Length < ShortestSlip
        && CueBook.Instance.Chat.TryGetValue(token.Key, out var words)
        && !lexicon.UnitTerms.Contains(token.Term)
        && !lexicon.Topics.Vocabulary.Contains(token.Term)
            ? [.. words.Select(w => Tokeniser.Make(w, token.Start, token.End, token))]
            : null;

    private static bool IsOpen(Token[] tokens, int at, Lexicon lexicon)
    {
        var token = tokens[at];
        if (
            token.Sort != TokenSort.Word
            || token.Word.Length is < Shortest or > Longest
            || token.End - token.Start != token.Word.Length
            || token.Word.AsSpan().ContainsAnyInRange('0', '9')
            || !token.Bare.AsSpan().ContainsAny(Vowels)
            || Syllable.IsValidBare(token.Bare)
            || token.Decoded is not null
            || lexicon.Knows(token.Term)
            || CueBook.Instance.Expansions.ContainsKey(token.Bare)
        )
        {
            return false;
        }

        var named = new List<PhraseMatch<UnitName>>();
        lexicon.Units.Match(tokens, at, named);
        return named.Count == 0;
    }

    // The words that it is made of; null where there are none or several ways to part it.
    private static List<Token>? Parted(Token token, Lexicon lexicon)
    {
        List<int>? only = null;
        var ways = 0;
        Part(0, "", []);
        return ways != 1 ? null : Cut(only!);

        void Part(int from, string before, List<int> cuts)
        {
            if (from == token.Word.Length)
            {
                ways++;
                only = cuts.Count > 0 ? [.. cuts] : only;
                return;
            }

            for (var to = from + 1; to <= Math.Min(from + 7, token.Word.Length) && ways < 2; to++)
            {
                if (to - from == token.Word.Length || !MayBeWord(token, from, to, lexicon))
                {
                    continue;
                }

                var part = Tokeniser.Make(token.Word[from..to]);
                if (IsWord(part, lexicon) && (from == 0 || lexicon.KnowsPair(before, part.Term) || Joins(before, part.Term)))
                {
                    if (to < token.Word.Length)
                    {
                        cuts.Add(to);
                    }

                    Part(to, part.Term, cuts);
                    if (to < token.Word.Length)
                    {
                        cuts.RemoveAt(cuts.Count - 1);
                    }
                }
            }
        }

        List<Token> Cut(List<int> cuts)
        {
            var parts = new List<Token>();
            for (var i = 0; i <= cuts.Count; i++)
            {
                var (from, to) = (i == 0 ? 0 : cuts[i - 1], i == cuts.Count ? token.Word.Length : cuts[i]);
                parts.Add(Tokeniser.Make(token.Word[from..to], token.Start + from, token.Start + to, token));
            }

            return parts;
        }
    }

    // A short word has no ending: without looking closer it is seen that there is none such.
    private static bool MayBeWord(Token token, int from, int to, Lexicon lexicon) =>
        to - from > LongestEndless
        || token.Bare.Length != token.Word.Length
        || token.Word[to - 1] == 'i'
        || lexicon.IsSpelled(token.Bare.AsSpan(from, to - from));

    private static bool IsWord(Token part, Lexicon lexicon) =>
        lexicon.Knows(part.Term) || part.Word.Length >= Shortest && CueBook.Instance.Expansions.ContainsKey(part.Bare);

    // "CCHCcủa", "SYTnăm": a small word that names and times come after stands beside anything.
    private static bool Joins(string before, string term) => IsJoint(before) || IsJoint(term);

    private static bool IsJoint(string term) =>
        term.Length >= Shortest && (CueBook.Instance.Openers.Contains(term) || CueBook.Instance.Joints.Contains(term));

    // The one word of a unit's name that stands there beside the same neighbour. A letter for another letter may be another name.
    private static List<Token>? Mended(Token[] tokens, int at, Lexicon lexicon)
    {
        var token = tokens[at];
        if (token.Word.Length < ShortestSlip)
        {
            return null;
        }

        var (before, after) = (TermAt(tokens, at - 1), TermAt(tokens, at + 1));
        return lexicon.Slips.Near(token.Term).FindAll(Fits) is [var near]
            ? [Tokeniser.Make(near, token.Start, token.End, token, lexicon.Written(near))]
            : null;

        bool Fits(string term) =>
            (term.Length != token.Term.Length || term.Order().SequenceEqual(token.Term.Order()))
            && (
                before is not null && lexicon.UnitPairs.Contains((before, term))
                || after is not null && lexicon.UnitPairs.Contains((term, after))
            );
    }

    // "bao nihêu", "pleaes tell me": the one word of grammar or courtesy that stands beside that neighbour, and never one that changes
    // what is asked.
    private static List<Token>? Small(Token[] tokens, int at)
    {
        var book = CueBook.Instance;
        var (before, after) = (TermAt(tokens, at - 1), TermAt(tokens, at + 1));
        return
            tokens[at].Word.Length >= ShortestSlip
            && book
                .Slips.Near(tokens[at].Term)
                .FindAll(t =>
                    before is not null && book.SmallPairs.Contains((before, t)) || after is not null && book.SmallPairs.Contains((t, after))
                )
                is [var near]
            ? [Tokeniser.Make(near, tokens[at].Start, tokens[at].End, tokens[at])]
            : null;
    }

    // "quaarter 3", "9 thánng đầu năm": beside a number it can be nothing else.
    private static List<Token>? OfTime(Token[] tokens, int at) =>
        tokens[at].Word.Length >= ShortestSlip
        && (at + 1 < tokens.Length && PeriodWords.Ordinal(tokens[at + 1]) > 0 || at > 0 && PeriodWords.Ordinal(tokens[at - 1]) > 0)
        && PeriodWords.Near(tokens[at]) is { } word
            ? [Tokeniser.Make(word, tokens[at].Start, tokens[at].End, tokens[at])]
            : null;

    private static string? TermAt(Token[] tokens, int at) =>
        at >= 0 && at < tokens.Length && tokens[at].Sort == TokenSort.Word ? tokens[at].DecodedTerm ?? tokens[at].Term : null;
}
