namespace Bot.Indicators.Queries;

/// <summary>Receive no notices until a day.</summary>
public sealed record PauseQuery : ChatQuery
{
    /// <summary>The first day on which they come again; null where not said.</summary>
    public DateOnly? Until { get; init; }

    /// <inheritdoc />
    public override string Kind => "pause";

    internal override void Write(QueryWriter writer) => writer.Slot("until", Until);

    internal static Query Read(QuerySlots slots) => new PauseQuery { Until = slots.Day("until") };
}
