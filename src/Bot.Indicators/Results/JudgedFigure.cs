namespace Bot.Indicators.Results;

/// <summary>A figure with what is needed to judge it, all of it on the same basis.</summary>
public sealed record JudgedFigure
{
    /// <summary>The figure.</summary>
    public required Figure Figure { get; init; }

    /// <summary>The target that holds for its unit, basis and period; null where none is recorded.</summary>
    public Target? Target { get; init; }

    /// <summary>The figure minus the target; null without target or number.</summary>
    public Difference? Gap { get; init; }

    /// <summary>Whether the target is met; null without target or number.</summary>
    public bool? TargetMet { get; init; }

    /// <summary>The previous comparable figure (same unit, indicator, basis and length of period); null where there is none.</summary>
    public Figure? Previous { get; init; }

    /// <summary>The figure minus the previous one; null without one.</summary>
    public Difference? Change { get; init; }

    /// <summary>Its place among those it was compared with, 1 the best; equal values share a place; null where not ranked.</summary>
    public int? Rank { get; init; }

    /// <summary>Among how many it has its <see cref="Rank"/>, itself included; null where that is the whole result.</summary>
    public int? Ranked { get; init; }

    /// <summary>How old it is; null while no newer one could be expected.</summary>
    public DataAge? Age { get; init; }

    /// <summary>Whether what the asker claimed of it ("at least 90%") is true; null where nothing was claimed or there is no number.</summary>
    public bool? ClaimHolds { get; init; }
}
