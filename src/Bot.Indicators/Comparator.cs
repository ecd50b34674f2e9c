namespace Bot.Indicators;

/// <summary>How a value is held against a number.</summary>
public enum Comparator
{
    /// <summary>Greater than or equal (<c>&gt;=</c>, "ít nhất", "at least").</summary>
    AtLeast,

    /// <summary>Less than or equal (<c>&lt;=</c>, "không quá", "at most").</summary>
    AtMost,

    /// <summary>Strictly greater ("trên", "above").</summary>
    Above,

    /// <summary>Strictly less ("dưới", "below").</summary>
    Below,

    /// <summary>Equal ("bằng", "exactly").</summary>
    Equal,
}
