using Bot.Indicators.Obligations;
using Bot.Indicators.Periods;

namespace Bot.Indicators.Results;

/// <summary>Everything known of one unit at a glance.</summary>
public sealed record ProfileResult : Result
{
    /// <summary>The unit.</summary>
    public required OrgUnitCode Unit { get; init; }

    /// <summary>The newest figure of each indicator and basis.</summary>
    public ValueList<JudgedFigure> Figures { get; init; }

    /// <summary>Its obligations, most urgent first.</summary>
    public ValueList<Obligation> Obligations { get; init; }

    /// <summary>Achievements, limitations, recommendations, newest inspection first.</summary>
    public ValueList<Finding> Findings { get; init; }

    /// <summary>Its projects.</summary>
    public ValueList<WorkProject> Projects { get; init; }

    internal override string Name => "profile";
}

/// <summary>Who has reported an indicator and who has not.</summary>
public sealed record CoverageResult : Result
{
    /// <summary>What has figures; by unit for one indicator, by indicator for one unit.</summary>
    public ValueList<Figure> Reported { get; init; }

    /// <summary>Units (or indicators of the unit) without a figure.</summary>
    public ValueList<Absence> Absent { get; init; }

    internal override string Name => "coverage";
}

/// <summary>Plans and reports that units owe.</summary>
public sealed record ObligationsResult : Result
{
    /// <summary>What matches, most urgent first; may be empty.</summary>
    public required ValueList<Obligation> Obligations { get; init; }

    /// <summary>Asked unit and type pairs for which nothing at all is recorded: neither issued nor missing.</summary>
    public ValueList<UnrecordedObligation> Unrecorded { get; init; }

    /// <summary>The asked types, with deadline and legal basis, where the question was about the deadline as such.</summary>
    public ValueList<TypeDeadline> Deadlines { get; init; }

    /// <summary>How many obligations the filters but the state matched ("5 of 38").</summary>
    public required int OutOf { get; init; }

    internal override string Name => "obligations";
}

/// <summary>An obligation that was asked for and has no record.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Type">The plan or report.</param>
/// <param name="Period">The period; null where any would have done.</param>
public sealed record UnrecordedObligation(OrgUnitCode Unit, ObligationTypeCode Type, Period? Period);

/// <summary>The deadline that the rule of a type gives for a period.</summary>
/// <param name="Type">The plan or report.</param>
/// <param name="Period">The period.</param>
/// <param name="Deadline">The last day; null where the type has no rule.</param>
public sealed record TypeDeadline(ObligationTypeCode Type, Period Period, DateOnly? Deadline);

/// <summary>What inspections remarked.</summary>
public sealed record FindingsResult : Result
{
    /// <summary>In the office's order: achievements, limitations, recommendations; at least one.</summary>
    public required ValueList<Finding> Findings { get; init; }

    internal override string Name => "findings";
}

/// <summary>Inspections that took place.</summary>
public sealed record InspectionsResult : Result
{
    /// <summary>Newest first; at least one.</summary>
    public required ValueList<Inspection> Inspections { get; init; }

    internal override string Name => "inspections";
}

/// <summary>Projects and how far they are.</summary>
public sealed record ProjectsResult : Result
{
    /// <summary>By unit; at least one.</summary>
    public required ValueList<WorkProject> Projects { get; init; }

    internal override string Name => "projects";
}

/// <summary>What an indicator or a plan is, as the catalogue defines it.</summary>
public sealed record DefinitionResult : Result
{
    /// <summary>The indicator; null where a plan or report was asked for.</summary>
    public Indicator? Indicator { get; init; }

    /// <summary>The plan or report; null where an indicator was asked for.</summary>
    public ObligationType? ObligationType { get; init; }

    internal override string Name => "definition";
}

/// <summary>Where the facts of an answer come from.</summary>
public sealed record ProvenanceResult : Result
{
    /// <summary>The answer that is asked about, run again.</summary>
    public required Result Of { get; init; }

    /// <summary>Its distinct origins.</summary>
    public required ValueList<Provenance> Origins { get; init; }

    internal override string Name => "provenance";
}

/// <summary>All values that a cell ever had, newest first.</summary>
public sealed record HistoryResult : Result
{
    /// <summary>The revisions, with who entered each and when.</summary>
    public required ValueList<Figure> Revisions { get; init; }

    internal override string Name => "history";
}
