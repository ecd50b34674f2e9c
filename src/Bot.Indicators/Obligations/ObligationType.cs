namespace Bot.Indicators.Obligations;

/// <summary>A plan or report that units owe again and again.</summary>
public sealed record ObligationType
{
    /// <summary>Its key.</summary>
    public required ObligationTypeCode Code { get; init; }

    /// <summary>What it is called.</summary>
    public required Names Names { get; init; }

    /// <summary>The units that owe it by name.</summary>
    public ValueList<OrgUnitCode> OwedByUnits { get; init; }

    /// <summary>The kinds of units that owe it.</summary>
    public ValueList<OrgUnitKind> OwedByKinds { get; init; }

    /// <summary>How often, as tables write it: <c>year</c>, <c>half</c>, <c>quarter</c>; empty where not said.</summary>
    public string Frequency { get; init; } = "";

    /// <summary>When it falls due; null where each obligation brings its own deadline.</summary>
    public DeadlineRule? Deadline { get; init; }

    /// <summary>The legal basis, as the catalogue words it; empty where not said.</summary>
    public string LegalBasis { get; init; } = "";
}
