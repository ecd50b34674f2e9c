using Bot.Indicators.Periods;

namespace Bot.Indicators.Results;

/// <summary>A cell that was asked for and is not there; never shown as zero.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Indicator">The indicator.</param>
/// <param name="Basis">The basis that was asked for; null where any would have done.</param>
/// <param name="Period">The period that was asked for; null where the newest was.</param>
public sealed record Absence(OrgUnitCode Unit, IndicatorCode Indicator, BasisCode? Basis, Period? Period);
