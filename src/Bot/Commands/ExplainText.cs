using System.Globalization;
using Bot.Indicators.Readings;
using Bot.Understanding.Questions;

namespace Bot.Commands;

/// <summary>How a question was read, as lines for a terminal.</summary>
internal static class ExplainText
{
    public static string Write(ReadingTrace trace)
    {
        var words = TerminalWords.In(trace.Reading.Language);
        string[] lines =
        [
            words.Say("explain.tokens"),
            .. trace.Tokens.Select(t => $"  {t.Typed}  |  {t.Accented}  |  {t.Bare}  |  {t.Decoded ?? "-"}"),
            words.Say("explain.parts"),
            .. trace.Parts.Select(p => "  " + Part(p, words)),
            words.Say("explain.rejected"),
            .. trace.Rejected.Select(r => $"  {Part(r.Part, words)}: {words.Say("explain.why." + r.Why)}"),
            words.Say("explain.frames"),
            .. Frames(trace, words),
            words.Say("explain.reading"),
            "  " + Reading(trace.Reading, words),
        ];
        return string.Join(Environment.NewLine, lines);
    }

    private static IEnumerable<string> Frames(ReadingTrace trace, TerminalWords words)
    {
        var taken = false;
        foreach (var frame in trace.Frames)
        {
            var reading = frame.Reading is null ? words.Say("explain.frame.none") : Reading(frame.Reading, words);
            var note =
                frame.Reading is null ? ""
                : taken ? $" ({words.Say("explain.frame.later")})"
                : frame.Reading.Equals(trace.Reading) ? $" ({words.Say("explain.frame.taken")})"
                : $" ({words.Say("explain.frame.overruled")})";
            taken |= frame.Reading is not null;
            yield return $"  {frame.Name}: {reading}{note}";
        }
    }

    private static string Part(TracePart part, TerminalWords words) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"\"{part.Words}\"  |  {words.Say("explain.sort." + part.Sort)}  |  {(part.Meaning.Length > 0 ? part.Meaning : "-")}  |  {part.Strength:0.00}"
        );

    private static string Reading(Reading reading, TerminalWords words) =>
        reading switch
        {
            Reading.Clear clear => words.Say("explain.clear", clear.Query),
            Reading.Ambiguous ambiguous => words.Say("explain.ambiguous", ambiguous.What, string.Join(" // ", ambiguous.Choices)),
            Reading.Blocked blocked => words.Say("explain.blocked", blocked.By, blocked.Words),
            _ => words.Say("explain.outOfScope"),
        };
}
