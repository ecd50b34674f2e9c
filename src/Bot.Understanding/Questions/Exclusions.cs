using Bot.Indicators;
using Bot.Understanding.Lexicons;

namespace Bot.Understanding.Questions;

/// <summary>The named units after "trừ", "except".</summary>
internal static class Exclusions
{
    public static ValueList<UnitSpan> Of(Sentence sentence, ulong explained)
    {
        var cue = sentence.Cues.FirstOrDefault(c => c.Has(Cue.Except) && !sentence.IsExplained(c, explained));
        return cue is null || !sentence.Units.Exists(u => u.Start >= cue.End) ? [] : [.. sentence.Units.Where(u => u.Start >= cue.End)];
    }
}
