namespace Bot.Indicators;

/// <summary>A visit of the inspection team.</summary>
/// <param name="Code">Its key.</param>
/// <param name="Date">The day.</param>
/// <param name="Team">The team, as the source names it.</param>
/// <param name="Lead">Who chaired it, with the titles of that day; empty where the source does not say.</param>
/// <param name="Units">The inspected units.</param>
/// <param name="Source">Where it is told; null where not said.</param>
public sealed record Inspection(InspectionCode Code, DateOnly Date, string Team, string Lead, ValueList<OrgUnitCode> Units, Source? Source);
