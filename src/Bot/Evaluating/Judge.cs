using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Bot.Evaluating;

/// <summary>Something wrong with an answer.</summary>
/// <param name="What">What, for the person who reads the list.</param>
/// <param name="IsWrongFigure">Whether something was said that must not be said: the one fault that is never allowed.</param>
internal sealed record Fault(string What, bool IsWrongFigure);

/// <summary>Compares what was said with what was expected.</summary>
internal static partial class Judge
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public static List<Fault> Faults(Expectation expect, string said, string outcome)
    {
        if (string.IsNullOrWhiteSpace(said))
        {
            return [new("no reply", false)];
        }

        var folded = Fold(said);
        bool There(string item) => IsThere(item, said, folded);
        var faults = new List<Fault>();
        faults.AddRange(expect.Has.Where(x => !There(x)).Select(x => new Fault($"lacks {x}", false)));
        faults.AddRange(
            expect.HasAny.Where(any => !any.Any(There)).Select(any => new Fault($"lacks any of {string.Join(" | ", any)}", false))
        );
        faults.AddRange(expect.HasNot.Where(There).Select(x => new Fault($"WRONG: says {x}", true)));
        if (expect.FiguresOnly is { } only)
        {
            var right = only.Select(f => Number(f.ToString())).ToHashSet();
            faults.AddRange(Percentages(said).Where(p => !right.Contains(Number(p))).Select(p => new Fault($"WRONG: says {p}%", true)));
        }

        if (expect.NoFigures && Percentages(said).FirstOrDefault() is { } figure)
        {
            faults.Add(new($"WRONG: says {figure}% where there is nothing to say", true));
        }

        if (expect.Outcome is { } wanted && wanted != outcome)
        {
            faults.Add(new($"outcome {outcome}, not {wanted}", false));
        }

        return faults;
    }

    /// <summary>The percentages of a text, without their sign.</summary>
    public static IEnumerable<string> Percentages(string said) => Percentage().Matches(said).Select(m => m.Groups[1].Value);

    private static bool IsThere(string item, string said, string folded) =>
        item.StartsWith("n:", StringComparison.Ordinal) ? Regex.IsMatch(said, NumberPattern(item[2..]), RegexOptions.None, Patience)
        : item.StartsWith("re:", StringComparison.Ordinal) ? Regex.IsMatch(folded, item[3..], RegexOptions.None, Patience)
        : folded.Contains(Fold(item), StringComparison.Ordinal);

    // The number in Vietnamese or English writing, and no longer number that it is a part of.
    private static string NumberPattern(string number)
    {
        var percent = number.EndsWith('%');
        var parts = number.TrimEnd('%').Split('.', 2);
        var whole = ThousandsGap().Replace(parts[0].TrimStart('-'), @"[.,\s]?");
        var fraction = parts.Length > 1 ? parts[1].TrimEnd('0') : "";
        return (number.StartsWith('-') ? "[-−–]" : "")
            + @"(?<![\d.,])"
            + whole
            + (fraction.Length > 0 ? $"[.,]{fraction}0*" : "(?:[.,]0+)?")
            + (percent ? @"\s?%" : @"(?![\d%]|[.,]\d)");
    }

    private static decimal Number(string text) =>
        decimal.Parse(text.TrimEnd('%').Replace(',', '.'), NumberStyles.Number, CultureInfo.InvariantCulture);

    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                folded.Append(c == '\u0111' ? 'd' : c);
            }
        }

        return folded.ToString();
    }

    [GeneratedRegex(@"(?<![\d.,])(\d{1,3}(?:[.,]\d+)?)\s?%")]
    private static partial Regex Percentage();

    [GeneratedRegex(@"(?<=\d)(?=(?:\d{3})+$)")]
    private static partial Regex ThousandsGap();
}
