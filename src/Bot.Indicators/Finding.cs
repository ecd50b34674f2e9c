namespace Bot.Indicators;

/// <summary>An achievement, limitation or recommendation that an inspection recorded.</summary>
/// <param name="Unit">The unit that it is about.</param>
/// <param name="Inspection">The inspection; null where the source names none.</param>
/// <param name="Polarity">What sort of remark it is.</param>
/// <param name="Area">The area of reform; empty where not said.</param>
/// <param name="Text">The remark in both languages (no aliases).</param>
/// <param name="Provenance">The sentence that it comes from.</param>
public sealed record Finding(
    OrgUnitCode Unit,
    InspectionCode? Inspection,
    Polarity Polarity,
    string Area,
    Names Text,
    Results.Provenance Provenance
);
