using Bot.Indicators.Proposals;

namespace Bot.Store.Tables;

/// <summary>Which numbers a unit of measure can have. An indicator that may go beyond them says so by another unit.</summary>
internal static class ObservationRules
{
    public static bool IsPossible(string unit, decimal value) =>
        unit switch
        {
            "percent" => value is >= 0 and <= 100,
            "count" => value >= 0,
            "rank" => value >= 1,
            _ => true,
        };

    /// <summary>What is wrong with a number that cannot be.</summary>
    public static RowFault Fault(string unit) =>
        unit switch
        {
            "percent" => RowFault.NotAPercentage,
            "count" => RowFault.NotACount,
            _ => RowFault.NotARank,
        };
}
