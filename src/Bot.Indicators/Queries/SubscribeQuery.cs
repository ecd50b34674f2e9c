namespace Bot.Indicators.Queries;

/// <summary>Begin or stop to receive notices.</summary>
public sealed record SubscribeQuery : ChatQuery
{
    /// <summary>True to begin.</summary>
    public bool On { get; init; }

    /// <inheritdoc />
    public override string Kind => "subscribe";

    internal override void Write(QueryWriter writer) => writer.Slot("on", On ? "yes" : "no");

    internal static Query Read(QuerySlots slots) => new SubscribeQuery { On = slots.Text("on") == "yes" };
}
