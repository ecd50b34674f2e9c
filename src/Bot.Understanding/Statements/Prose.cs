using Bot.Understanding.Text;

namespace Bot.Understanding.Statements;

/// <summary>A sentence, or a heading or list item that stands for one.</summary>
/// <param name="From">Its first token.</param>
/// <param name="To">The token after the last.</param>
/// <param name="Paragraph">The number of its paragraph; items of a list belong to the paragraph before.</param>
internal readonly record struct Passage(int From, int To, int Paragraph);

/// <summary>A text cut into tokens and sentences.</summary>
internal sealed class Prose
{
    // A line this long that ends in the middle of a sentence was wrapped by a mail program or a page.
    private const int WrappedLine = 60;
    private const int LongestAbbreviation = 2;

    public Prose(string text)
    {
        Text = text;
        // A tab parts the cells of a pasted table.
        Tokens = Tokeniser.Split(text.Replace('\t', '|'));
        Passages = Cut();
    }

    public string Text { get; }

    public Token[] Tokens { get; }

    public IReadOnlyList<Passage> Passages { get; }

    /// <summary>The words from one token to before the other, as written.</summary>
    public string Slice(int from, int to) => from < to ? Text[Tokens[from].Start..Tokens[to - 1].End] : "";

    /// <summary>Whether a passage is a paragraph of its own that ends in no mark, and text follows.</summary>
    public bool IsHeading(int index) =>
        index + 1 < Passages.Count
        && (Passages[index + 1].Paragraph != Passages[index].Paragraph || IsItem(Passages[index + 1].From))
        && (index == 0 || Passages[index - 1].Paragraph != Passages[index].Paragraph)
        && Tokens[Passages[index].To - 1].Sort != TokenSort.Mark;

    /// <summary>Whether a passage is a heading at the top, which repeats what the text says: one of the first two lines, with sentences below.</summary>
    public bool IsTitle(int index, int bodyStart) =>
        IsHeading(index)
        && Passages.Take(index).Count(p => Tokens[p.From].Start >= bodyStart) < 2
        && Passages.Skip(index + 1).Any(p => Tokens[p.To - 1].Is('.'));

    private List<Passage> Cut()
    {
        List<Passage> passages = [];
        var (from, paragraph) = (0, 0);
        for (var i = 1; i <= Tokens.Length; i++)
        {
            var newLine = i < Tokens.Length && IsNewLine(i);
            if (i < Tokens.Length && !newLine && !EndsSentence(i - 1))
            {
                continue;
            }

            passages.Add(new(from, i, paragraph));
            from = i;
            // What is numbered stands for itself; dashes belong to what is above.
            paragraph += newLine && (!IsItem(i) || IsNumbered(i)) ? 1 : 0;
        }

        return passages;
    }

    private bool EndsSentence(int at)
    {
        var token = Tokens[at];
        if (token.Is('!') || token.Is('?'))
        {
            return true;
        }

        return token.Is('.')
            && at + 1 < Tokens.Length
            && Tokens[at + 1].SpaceBefore
            && !IsAbbreviated(at)
            && !(IsLabel(at - 1) && (at == 1 || IsNewLine(at - 1)));
    }

    // "TP. Cần Thơ", "Q. Thái": a point after a letter, or two that are no syllable, and a capital after it.
    private bool IsAbbreviated(int at) =>
        at > 0
        && Tokens[at - 1] is { Sort: TokenSort.Word, Capital: true } word
        && word.Word.Length <= LongestAbbreviation
        && (word.Word.Length == 1 || !Syllable.IsValidBare(word.Bare))
        && !Tokens[at].SpaceBefore
        && Tokens[at + 1].Capital
        && (at < 2 || Tokens[at - 1].SpaceBefore);

    private bool IsNewLine(int at)
    {
        var gap = Text.AsSpan(Tokens[at - 1].End, Tokens[at].Start - Tokens[at - 1].End);
        var first = gap.IndexOfAny('\n', '\u2028', '\u2029');
        if (first < 0)
        {
            return false;
        }

        var blank = gap[(first + 1)..].ContainsAny('\n', '\u2028', '\u2029') || gap.Contains('\u2029');
        if (blank || Tokens[at - 1].Sort == TokenSort.Mark && !Tokens[at - 1].Is(',') || Tokens[at].Sort != TokenSort.Word || IsItem(at))
        {
            return true;
        }

        var start = Text.LastIndexOf('\n', Math.Max(0, Tokens[at - 1].End - 1)) + 1;
        var line = Text.AsSpan(start, Tokens[at - 1].End - start);
        return Tokens[at].Capital && (line.Length < WrappedLine || line.ContainsAny('\t', '|'));
    }

    /// <summary>Whether a token begins an item of a list: "- ", "+ ", "a) ", "1. ", "II. ", a row of a table.</summary>
    public bool IsItem(int at) =>
        Tokens[at].Is('-')
        || Tokens[at].Is('+')
        || Tokens[at].Is('|')
        || Tokens[at].Is('\u2022')
        || IsNumbered(at)
        || at + 1 < Tokens.Length && Tokens[at].Word.Length <= 2 && Tokens[at].Sort == TokenSort.Word && Tokens[at + 1].Is(')');

    /// <summary>Whether a token is the number of an item: "1. ", "2.1. ", "IV. ", "3) ".</summary>
    public bool IsNumbered(int at) => at + 1 < Tokens.Length && IsLabel(at) && (Tokens[at + 1].Is('.') || Tokens[at + 1].Is(')'));

    /// <summary>How deep a heading stands by its number: none and "II." at the top, "1." below, "1.2." below that.</summary>
    public int Level(int at) =>
        !IsNumbered(at) ? 0
        : Tokens[at].Sort != TokenSort.Number ? 1
        : 2 + Tokens[at].Word.AsSpan().Count('.');

    private bool IsLabel(int at) =>
        at >= 0
        && (
            Tokens[at].Sort == TokenSort.Number
                ? Tokens[at].Word.Length <= 5 && Tokens[at].Word.Split('.').All(part => part.Length is 1 or 2)
                : Tokens[at] is { Sort: TokenSort.Word, Capital: true }
                    && Tokens[at].Word is "i" or "ii" or "iii" or "iv" or "v" or "vi" or "vii"
        );
}
