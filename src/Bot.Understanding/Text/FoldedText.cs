using System.Globalization;
using System.Text;

namespace Bot.Understanding.Text;

/// <summary>
/// A text in one spelling: composed, lower case, one sort of space, quote and dash, Latin eth as đ. Each character knows where it
/// came from, so that words can be quoted as typed.
/// </summary>
internal sealed class FoldedText
{
    private readonly char[] _characters;
    private readonly int[] _origins;

    private FoldedText(string original)
    {
        Original = original;
        _characters = new char[original.Length];
        _origins = new int[original.Length];
    }

    public string Original { get; }

    public int Length { get; private set; }

    public char this[int index] => index < Length ? _characters[index] : '\0';

    /// <summary>The place in the original text.</summary>
    public int Origin(int index) => index < Length ? _origins[index] : Original.Length;

    public string Slice(int start, int end) => new(_characters, start, end - start);

    public static FoldedText Of(string original)
    {
        var folded = new FoldedText(original);
        var i = 0;
        while (i < original.Length)
        {
            var end = i + 1;
            while (end < original.Length && IsMark(original[end]))
            {
                end++;
            }

            if (end == i + 1)
            {
                folded.Add(original[i], i);
            }
            else
            {
                folded.AddComposed(original.AsSpan(i, end - i), i);
            }

            i = end;
        }

        return folded;
    }

    private static bool IsMark(char c) => c >= '\u0300' && CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;

    private void AddComposed(ReadOnlySpan<char> cluster, int origin)
    {
        if (char.IsSurrogate(cluster[0]))
        {
            Add(' ', origin);
            return;
        }

        foreach (var c in cluster.ToString().Normalize(NormalizationForm.FormC))
        {
            if (!IsMark(c))
            {
                Add(c, origin);
            }
        }
    }

    private void Add(char c, int origin)
    {
        var folded = Fold(c);
        if (folded != '\0' && Length < _characters.Length)
        {
            _characters[Length] = folded;
            _origins[Length++] = origin;
        }
    }

    private static char Fold(char c) =>
        c switch
        {
            >= '\t' and <= '\r' => ' ',
            < '\u0080' => char.ToLowerInvariant(c),
            '\u00ad' or '\u200b' or '\u200c' or '\u200d' or '\u2060' or '\ufeff' => '\0',
            '\u00d0' or '\u00f0' or '\u0110' or '\u0189' => 'đ',
            '\u2018' or '\u2019' or '\u02bc' or '\u2032' => '\'',
            '\u201c' or '\u201d' or '\u00ab' or '\u00bb' => '"',
            >= '\u2010' and <= '\u2015' or '\u2212' => '-',
            '\uff05' => '%',
            _ when char.IsWhiteSpace(c) => ' ',
            _ when char.IsSurrogate(c) => ' ',
            _ => char.ToLowerInvariant(c),
        };
}
