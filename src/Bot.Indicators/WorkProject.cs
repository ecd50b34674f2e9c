namespace Bot.Indicators;

/// <summary>A project of a unit (dự án) and how far it is.</summary>
public sealed record WorkProject
{
    /// <summary>Its key.</summary>
    public required ProjectCode Code { get; init; }

    /// <summary>The unit that carries it out.</summary>
    public required OrgUnitCode Unit { get; init; }

    /// <summary>What it is called.</summary>
    public required Names Names { get; init; }

    /// <summary>How much is done, in <see cref="Measure"/>; null where the source gives no number.</summary>
    public Amount? Progress { get; init; }

    /// <summary>The unit of the progress, usually per cent of the work.</summary>
    public MeasureUnit Measure { get; init; } = MeasureUnit.Percent;

    /// <summary>When it is expected to be finished; null where not said.</summary>
    public Periods.Period? Expected { get; init; }

    /// <summary>The day that the source describes; null where not said.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>The sentence that it comes from.</summary>
    public required Results.Provenance Provenance { get; init; }
}
