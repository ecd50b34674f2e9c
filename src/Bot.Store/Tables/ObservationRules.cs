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

    /// <summary>What to do about a number that cannot be.</summary>
    public static string Remedy(string unit) =>
        unit switch
        {
            "percent" => "write 0 to 100, or give the indicator another unit than percent",
            "count" => "write 0 or more",
            _ => "write 1 or more",
        };
}
