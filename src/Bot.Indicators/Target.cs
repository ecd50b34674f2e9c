namespace Bot.Indicators;

/// <summary>What an indicator must reach by a period (chỉ tiêu), for one unit, a kind of units, or all.</summary>
public sealed record Target
{
    /// <summary>The indicator.</summary>
    public required IndicatorCode Indicator { get; init; }

    /// <summary>The basis that it was set for; a gap is only computed on that one.</summary>
    public required BasisCode Basis { get; init; }

    /// <summary>The one unit; null where it holds for a kind or for all.</summary>
    public OrgUnitCode? Unit { get; init; }

    /// <summary>The kind of units; null where it holds for one unit or for all.</summary>
    public OrgUnitKind? Kind { get; init; }

    /// <summary>The period by whose end it must be reached.</summary>
    public required Periods.Period Period { get; init; }

    /// <summary><see cref="Comparator.AtLeast"/> or <see cref="Comparator.AtMost"/>.</summary>
    public required Comparator Comparator { get; init; }

    /// <summary>The number, in the indicator's unit.</summary>
    public required Amount Value { get; init; }

    /// <summary>Where it is laid down, as the catalogue words it; empty where not said.</summary>
    public string LegalBasis { get; init; } = "";
}
