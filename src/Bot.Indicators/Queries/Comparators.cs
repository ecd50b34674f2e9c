namespace Bot.Indicators.Queries;

/// <summary>How tables and canonical queries write comparators.</summary>
public static class Comparators
{
    /// <summary>The sign.</summary>
    public static string Text(Comparator comparator) =>
        comparator switch
        {
            Comparator.AtLeast => ">=",
            Comparator.AtMost => "<=",
            Comparator.Above => ">",
            Comparator.Below => "<",
            _ => "==",
        };

    /// <summary>The comparator of a sign; null where there is none.</summary>
    public static Comparator? TryParse(ReadOnlySpan<char> text) =>
        text switch
        {
            ">=" => Comparator.AtLeast,
            "<=" => Comparator.AtMost,
            ">" => Comparator.Above,
            "<" => Comparator.Below,
            "==" => Comparator.Equal,
            _ => null,
        };
}
