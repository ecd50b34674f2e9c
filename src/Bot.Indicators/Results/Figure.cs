using Bot.Indicators.Periods;

namespace Bot.Indicators.Results;

/// <summary>
/// One fact out of the store: a number or the source's words for one unit, indicator, basis and period. Only the store can make
/// one; everybody else can hold it, pass it on and show it.
/// </summary>
public sealed record Figure
{
    internal Figure(
        OrgUnitCode unit,
        IndicatorCode indicator,
        BasisCode basis,
        Period period,
        Amount? amount,
        string words,
        MeasureUnit measure,
        ObservationStatus status,
        Provenance provenance
    ) =>
        (Unit, Indicator, Basis, Period, Amount, Words, Measure, Status, Provenance) = (
            unit,
            indicator,
            basis,
            period,
            amount,
            words,
            measure,
            status,
            provenance
        );

    /// <summary>The unit that it was measured at.</summary>
    public OrgUnitCode Unit { get; }

    /// <summary>What was measured.</summary>
    public IndicatorCode Indicator { get; }

    /// <summary>What the ratio was taken of.</summary>
    public BasisCode Basis { get; }

    /// <summary>The time that it describes.</summary>
    public Period Period { get; }

    /// <summary>The number; null where the source has only words.</summary>
    public Amount? Amount { get; }

    /// <summary>The source's words (<c>thấp</c>), or what it adds to the number (<c>3/12</c>); empty where nothing.</summary>
    public string Words { get; }

    /// <summary>The unit of the number.</summary>
    public MeasureUnit Measure { get; }

    /// <summary>Whether it is approved; others are shown only to those who may see them, and marked.</summary>
    public ObservationStatus Status { get; }

    /// <summary>Where it comes from.</summary>
    public Provenance Provenance { get; }
}
