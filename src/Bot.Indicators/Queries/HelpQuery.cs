namespace Bot.Indicators.Queries;

/// <summary>What can be asked.</summary>
public sealed record HelpQuery : ChatQuery
{
    /// <summary>What about.</summary>
    public HelpTopic Topic { get; init; }

    /// <summary>Of the units, those of this kind; null for all.</summary>
    public OrgUnitKind? UnitKind { get; init; }

    /// <inheritdoc />
    public override string Kind => "help";

    internal override void Write(QueryWriter writer) =>
        writer
            .Slot("topic", Topic == HelpTopic.Start ? null : Topic.ToString().ToLowerInvariant())
            .Slot("kind", UnitKind is { } kind ? OrgUnitKinds.Text(kind) : null);

    internal static Query Read(QuerySlots slots) =>
        new HelpQuery { Topic = slots.Choice<HelpTopic>("topic"), UnitKind = slots.OptionalChoice<OrgUnitKind>("kind") };
}
