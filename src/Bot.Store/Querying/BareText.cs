using System.Globalization;
using System.Text;

namespace Bot.Store.Querying;

/// <summary>Words without accents and case, so that "van thu" finds "văn thư"; đ, Đ and the Latin eth of old texts are d.</summary>
internal static class BareText
{
    public static IEnumerable<string> Words(string text)
    {
        var bare = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                bare.Append(
                    c switch
                    {
                        '\u0111' or '\u0110' or '\u00F0' or '\u00D0' => 'd',
                        _ when char.IsLetterOrDigit(c) => char.ToLowerInvariant(c),
                        _ => ' ',
                    }
                );
            }
        }

        return bare.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }
}
