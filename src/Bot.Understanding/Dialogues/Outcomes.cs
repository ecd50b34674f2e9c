using Bot.Understanding.Lexicons;
using Bot.Understanding.Questions;

namespace Bot.Understanding.Dialogues;

/// <summary>"chỉ những sở chưa đạt", "những sở nào đạt": those are asked for that reach their target, or miss it, and no number is said.</summary>
internal static class Outcomes
{
    public static bool AreAsked(Sentence sentence) =>
        sentence.Numbers.Count == 0
        && sentence.Cues.Any(c =>
            (c.Has(Cue.Reach) || c.Has(Cue.Below) || c.Has(Cue.Gap)) && sentence.Tokens[c.Start..c.End].Any(t => IsReaching(t.Bare))
        );

    private static bool IsReaching(string word) =>
        word is "dat" or "reach" or "reached" or "reaching" or "met" or "meet" or "meeting" or "miss" or "missed";
}
