using Bot.Indicators;
using Bot.Indicators.Queries;
using Bot.Understanding.Lexicons;

namespace Bot.Understanding.Questions.Frames;

/// <summary>Which end of the figures a ranking begins with: the one that is named, else the better one.</summary>
internal static class RankEnds
{
    /// <summary>The end by value; <paramref name="end"/> is the cue that names it, null where the whole order is asked for.</summary>
    public static RankEnd Of(Cue? end, Indicator indicator, Func<Cue, bool> says)
    {
        var lowerIsBetter = indicator.Direction == Direction.Lower || SetFrame.IsPlace(indicator);
        var lowest = end switch
        {
            // The highest place is the first.
            Cue.Highest => SetFrame.IsPlace(indicator),
            Cue.Lowest => !SetFrame.IsPlace(indicator),
            Cue.Best => lowerIsBetter,
            Cue.Worst => !lowerIsBetter,
            _ => says(Cue.Ascending) || !says(Cue.Descending) && lowerIsBetter,
        };
        return lowest ? RankEnd.Lowest : RankEnd.Highest;
    }
}
