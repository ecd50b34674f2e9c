using Bot.Indicators;

namespace Bot.Understanding.Questions;

/// <summary>Who chaired an inspection, named in a question: "Ông Trương Hồng Dự giữ chức vụ gì?".</summary>
internal static class Chairs
{
    // A single word is no name of one person.
    private const int FewestWords = 2;

    /// <summary>The one inspection that the named person chaired, and the words of the name; none where nobody or several fit.</summary>
    public static (InspectionCode? Inspection, ulong Explained) Of(Sentence sentence)
    {
        foreach (var inspection in sentence.Catalogue.Inspections)
        {
            for (var from = 0; from + FewestWords <= sentence.Tokens.Length; from++)
            {
                var to = from;
                while (to < sentence.Tokens.Length && sentence.Tokens[to].Capital && Names(inspection, sentence.Typed(from, to + 1)))
                {
                    to++;
                }

                if (to - from >= FewestWords && sentence.Catalogue.Inspections.Count(i => Names(i, sentence.Typed(from, to))) == 1)
                {
                    return (inspection.Code, Terms(sentence, from, to));
                }
            }
        }

        return (null, 0);
    }

    // The name stands first, before the titles.
    private static bool Names(Inspection inspection, string words) =>
        inspection.Lead.StartsWith(words, StringComparison.OrdinalIgnoreCase)
        && (inspection.Lead.Length == words.Length || !char.IsLetter(inspection.Lead[words.Length]));

    private static ulong Terms(Sentence sentence, int from, int to)
    {
        // "Ông", "Bà" and the like lead the name.
        var title = from > 0 && sentence.Tokens[from - 1].Bare is "ong" or "ba" or "mr" or "mrs" or "ms" ? from - 1 : from;
        var mask = 0UL;
        for (var i = 0; i < sentence.Content.Count && i < 64; i++)
        {
            mask |= sentence.Content[i].Token >= title && sentence.Content[i].Token < to ? 1UL << i : 0;
        }

        return mask;
    }
}
