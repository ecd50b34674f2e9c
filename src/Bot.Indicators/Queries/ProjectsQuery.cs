namespace Bot.Indicators.Queries;

/// <summary>Projects and how far they are.</summary>
public sealed record ProjectsQuery : StoreQuery
{
    /// <summary>Of these units.</summary>
    public UnitSet Units { get; init; } = UnitSet.All;

    /// <summary>This project; null for all that match.</summary>
    public ProjectCode? Project { get; init; }

    /// <summary>What of it is asked.</summary>
    public ProjectAspect Aspect { get; init; }

    /// <inheritdoc />
    public override string Kind => "projects";

    internal override void Write(QueryWriter writer) =>
        writer
            .Slot("units", Units == UnitSet.All ? null : Units.ToString())
            .Slot("project", Project)
            .Slot("aspect", Aspect == ProjectAspect.All ? null : Aspect.ToString().ToLowerInvariant());

    internal static Query Read(QuerySlots slots) =>
        new ProjectsQuery
        {
            Units = slots.Units("units"),
            Project = slots.Project("project"),
            Aspect = slots.Choice<ProjectAspect>("aspect"),
        };
}
