using Bot.Indicators;
using Bot.Understanding.Lexicons;

namespace Bot.Commands;

/// <summary>Names that are alike and that nobody has decided about, with what can be done; empty where there are none.</summary>
internal static class ClashText
{
    private const int Most = 20;

    public static string Write(IEnumerable<NameClash> clashes, Language language)
    {
        var words = TerminalWords.In(language);
        var undecided = clashes.Where(c => c.Decision == ClashDecision.Undecided).ToList();
        if (undecided.Count == 0)
        {
            return "";
        }

        string[] lines =
        [
            words.Say("clash.head", undecided.Count),
            .. undecided.Take(Most).Select(c => "  " + Line(c, words)),
            .. undecided.Count > Most ? ["  " + words.Say("clash.more", undecided.Count - Most)] : Array.Empty<string>(),
            words.Say("clash.remedy"),
        ];
        return string.Join(Environment.NewLine, lines);
    }

    private static string Line(NameClash clash, TerminalWords words) =>
        words.Say(
            "clash.line",
            words.Say("clash.sort." + clash.One.Sort),
            clash.One.Name,
            clash.One.Code,
            words.Say("clash.sort." + clash.Other.Sort),
            clash.Other.Name,
            clash.Other.Code,
            words.Say("clash.kind." + clash.Kind)
        );
}
