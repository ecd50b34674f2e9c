using Bot.Indicators;
using Bot.Indicators.Results;

namespace Bot.Store.Querying;

/// <summary>When a figure is so old that the answer must say so.</summary>
internal static class Ages
{
    /// <summary>
    /// How long ago the described time ended; null while no newer figure could be expected: one period to pass and one to be reported in.
    /// </summary>
    public static DataAge? Of(Figure figure, Indicator indicator, DateOnly today)
    {
        var day = figure.Provenance.AsOf is { } asOf && asOf > figure.Period.Last ? asOf : figure.Period.Last;
        var months = (today.Year - day.Year) * 12 + today.Month - day.Month - (today.Day < day.Day ? 1 : 0);
        return months < 2 * Interval(indicator.Frequency) ? null : new DataAge(day, months / 12, months % 12);
    }

    private static int Interval(string frequency) =>
        frequency switch
        {
            "month" => 1,
            "quarter" => 3,
            "half" => 6,
            _ => 12,
        };
}
