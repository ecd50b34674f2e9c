using Bot.Understanding.Text;

namespace Bot.Understanding.Lexicons;

/// <summary>How far what was typed is evidence for what is meant. Below <see cref="Least"/> nothing is answered.</summary>
internal static class Strengths
{
    public const double Exact = 1;
    public const double Bare = 0.97;
    public const double Decoded = 0.97;
    public const double ToneSlip = 0.88;
    public const double OneEdit = 0.80;
    public const double Least = 0.80;

    private const int ShortestWithEnding = 3;

    /// <summary>The strength of one word; 0 where it is another word. A single word is never read over a wrong accent, and accents that spell a known word are no slip of another ("số nào" is not "sở nào").</summary>
    public static double Of(Token token, string key, bool alone)
    {
        if (token.Key == key)
        {
            return Exact;
        }

        if (token.Decoded == key)
        {
            return Decoded;
        }

        var bare = Syllable.Bare(key);
        // Only English words have endings: "time" is no "tìm".
        if (token.Bare == bare || bare == key && token.Bare.Length > ShortestWithEnding && token.Term == Stem.Of(bare))
        {
            return !token.HasAccents ? Bare
                : alone || bare == key || CueBook.Instance.Keys.Contains(token.Key) ? 0
                : ToneSlip;
        }

        return token.DecodedTerm == bare && !alone && bare != key && !CueBook.Instance.Keys.Contains(token.Decoded!) ? ToneSlip : 0;
    }
}
