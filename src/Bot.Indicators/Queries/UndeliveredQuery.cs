namespace Bot.Indicators.Queries;

/// <summary>The messages that were given up: to be seen, or to be sent again.</summary>
public sealed record UndeliveredQuery : ChatQuery
{
    /// <summary>Whether they are to be sent again.</summary>
    public bool Again { get; init; }

    /// <inheritdoc />
    public override string Kind => "undelivered";

    internal override void Write(QueryWriter writer) => writer.Slot("again", Again ? "yes" : null);

    internal static Query Read(QuerySlots slots) => new UndeliveredQuery { Again = slots.Text("again") == "yes" };
}
