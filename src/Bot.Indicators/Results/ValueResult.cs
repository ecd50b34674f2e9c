namespace Bot.Indicators.Results;

/// <summary>One or several figures, each with its basis; and which of the asked cells are empty.</summary>
public sealed record ValueResult : Result
{
    /// <summary>By indicator, unit, basis, in the order of the question; at least one.</summary>
    public required ValueList<JudgedFigure> Figures { get; init; }

    /// <summary>Asked cells without a figure.</summary>
    public ValueList<Absence> Absent { get; init; }

    internal override string Name => "value";
}

/// <summary>Figures of one indicator side by side. Each basis is compared within itself only.</summary>
public sealed record CompareResult : Result
{
    /// <summary>What is compared.</summary>
    public required IndicatorCode Indicator { get; init; }

    /// <summary>By basis, then in the order of the question; <see cref="JudgedFigure.Rank"/> is within the basis.</summary>
    public required ValueList<JudgedFigure> Figures { get; init; }

    /// <summary>The difference of the first two units of a basis that have numbers, first minus second; one per basis.</summary>
    public ValueList<BasisDifference> Differences { get; init; }

    /// <summary>Units without a figure.</summary>
    public ValueList<Absence> Absent { get; init; }

    /// <summary>Why no difference is shown although there are two figures; null otherwise.</summary>
    public RefusalReason? NotComparable { get; init; }

    internal override string Name => "compare";
}

/// <summary>A difference between two units on one basis.</summary>
/// <param name="Basis">The basis.</param>
/// <param name="First">The unit from which the other is taken.</param>
/// <param name="Second">The other unit.</param>
/// <param name="Difference">First minus second.</param>
public sealed record BasisDifference(BasisCode Basis, OrgUnitCode First, OrgUnitCode Second, Difference Difference);

/// <summary>Units in order of one indicator on one basis in one period.</summary>
public sealed record RankingResult : Result
{
    /// <summary>What is ranked.</summary>
    public required IndicatorCode Indicator { get; init; }

    /// <summary>On which basis.</summary>
    public required BasisCode Basis { get; init; }

    /// <summary>In which period.</summary>
    public required Periods.Period Period { get; init; }

    /// <summary>The asked end of the ranking, in its order; <see cref="JudgedFigure.Rank"/> counts from the best.</summary>
    public required ValueList<JudgedFigure> Figures { get; init; }

    /// <summary>How many units have a number at all.</summary>
    public required int Ranked { get; init; }

    /// <summary>Units for which the source has only words.</summary>
    public ValueList<Figure> WordsOnly { get; init; }

    /// <summary>Units of the set without any figure for that period.</summary>
    public ValueList<OrgUnitCode> NotReported { get; init; }

    /// <summary>Other bases of the indicator that have figures too and are not mixed in.</summary>
    public ValueList<BasisCode> OtherBases { get; init; }

    internal override string Name => "rank";
}

/// <summary>Units whose figure holds against a number or their target.</summary>
public sealed record FilterResult : Result
{
    /// <summary>What is filtered by.</summary>
    public required IndicatorCode Indicator { get; init; }

    /// <summary>On which basis.</summary>
    public required BasisCode Basis { get; init; }

    /// <summary>In which period.</summary>
    public required Periods.Period Period { get; init; }

    /// <summary>Those that hold, best first; may be empty.</summary>
    public required ValueList<JudgedFigure> Matching { get; init; }

    /// <summary>How many have a number and do not hold.</summary>
    public required int Others { get; init; }

    /// <summary>Units for which the source has only words: neither in nor out.</summary>
    public ValueList<Figure> WordsOnly { get; init; }

    /// <summary>Units of the set without any figure for that period.</summary>
    public ValueList<OrgUnitCode> NotReported { get; init; }

    internal override string Name => "filter";
}

/// <summary>One indicator of one unit over time; each basis is a series of its own.</summary>
public sealed record TrendResult : Result
{
    /// <summary>What is shown.</summary>
    public required IndicatorCode Indicator { get; init; }

    /// <summary>Of which unit.</summary>
    public required OrgUnitCode Unit { get; init; }

    /// <summary>One series per basis, each with at least two points.</summary>
    public required ValueList<TrendSeries> Series { get; init; }

    internal override string Name => "trend";
}

/// <summary>The points of one basis, oldest first, all of the same length of period.</summary>
/// <param name="Basis">The basis.</param>
/// <param name="Points">The figures; <see cref="JudgedFigure.Change"/> only between neighbouring periods, never across a gap.</param>
/// <param name="Missing">Periods between the first and the last without a figure.</param>
public sealed record TrendSeries(BasisCode Basis, ValueList<JudgedFigure> Points, ValueList<Periods.Period> Missing);

/// <summary>How an indicator of a unit changed between two periods, per basis.</summary>
public sealed record ChangeResult : Result
{
    /// <summary>What changed.</summary>
    public required IndicatorCode Indicator { get; init; }

    /// <summary>One per unit and basis that has both figures.</summary>
    public required ValueList<ChangeRow> Rows { get; init; }

    /// <summary>Cells that are missing for a change.</summary>
    public ValueList<Absence> Absent { get; init; }

    internal override string Name => "change";
}

/// <summary>A change: both figures, and later minus earlier.</summary>
/// <param name="Earlier">The figure of the earlier period.</param>
/// <param name="Later">The figure of the later period.</param>
/// <param name="Difference">Later minus earlier; null where one of them has only words.</param>
public sealed record ChangeRow(Figure Earlier, Figure Later, Difference? Difference);

/// <summary>Targets, and how far the units are from them.</summary>
public sealed record TargetResult : Result
{
    /// <summary>One per target and unit that has a figure, and one per target without any.</summary>
    public required ValueList<TargetRow> Rows { get; init; }

    /// <summary>Asked units whose figures exist only on a basis or period for which no target is recorded.</summary>
    public ValueList<JudgedFigure> WithoutTarget { get; init; }

    internal override string Name => "target";
}

/// <summary>A target and, where there is one on the same basis, a unit's figure against it.</summary>
/// <param name="Target">The target.</param>
/// <param name="Against">The figure, with gap and whether it is met; null where no comparable figure is recorded.</param>
public sealed record TargetRow(Target Target, JudgedFigure? Against);

/// <summary>One number over several units.</summary>
public sealed record AggregateResult : Result
{
    /// <summary>Of which indicator.</summary>
    public required IndicatorCode Indicator { get; init; }

    /// <summary>On which basis.</summary>
    public required BasisCode Basis { get; init; }

    /// <summary>In which period.</summary>
    public required Periods.Period Period { get; init; }

    /// <summary>The number: a count of units, or a value in <see cref="Measure"/>; a mean is unweighted.</summary>
    public required Amount Value { get; init; }

    /// <summary>The unit of the number.</summary>
    public required MeasureUnit Measure { get; init; }

    /// <summary>The figures it was taken of, in order.</summary>
    public required ValueList<JudgedFigure> Of { get; init; }

    /// <summary>Those of <see cref="Of"/> that have exactly that value (minimum and maximum).</summary>
    public ValueList<OrgUnitCode> At { get; init; }

    /// <summary>Units of the set without any figure for that period.</summary>
    public ValueList<OrgUnitCode> NotReported { get; init; }

    internal override string Name => "aggregate";
}
