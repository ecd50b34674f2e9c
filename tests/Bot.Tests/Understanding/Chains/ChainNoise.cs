using System.Globalization;
using System.Text;

namespace Bot.Tests.Understanding.Chains;

/// <summary>How people type: without accents, in capitals, decomposed, with courtesy, without the question mark.</summary>
internal static class ChainNoise
{
    public static string Of(string text, bool english, Random random) =>
        random.Next(10) switch
        {
            0 or 1 when !english => Bare(text),
            2 => text.ToUpperInvariant(),
            3 => text.Normalize(NormalizationForm.FormD),
            4 => english ? $"Please, {text}" : $"Dạ, {text} ạ",
            5 => text.TrimEnd('?'),
            6 => "  " + text.Replace(" ", "  ", StringComparison.Ordinal),
            7 when !english => Bare(text).ToLowerInvariant().TrimEnd('?'),
            _ => text,
        };

    private static string Bare(string text)
    {
        var bare = new StringBuilder();
        foreach (var c in text.Replace('đ', 'd').Replace('Đ', 'D').Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                bare.Append(c);
            }
        }

        return bare.ToString();
    }
}
