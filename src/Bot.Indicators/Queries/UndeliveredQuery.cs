using System.Globalization;

namespace Bot.Indicators.Queries;

/// <summary>The messages that were given up: to be seen, or to be sent again.</summary>
public sealed record UndeliveredQuery : ChatQuery
{
    /// <summary>Whether they are to be sent again.</summary>
    public bool Again { get; init; }

    /// <summary>The one message that is to be sent again, by its number in the outbox; null for all.</summary>
    public long? Message { get; init; }

    /// <inheritdoc />
    public override string Kind => "undelivered";

    internal override void Write(QueryWriter writer)
    {
        writer.Slot("again", Again ? "yes" : null);
        writer.Slot("message", Message?.ToString(CultureInfo.InvariantCulture));
    }

    internal static Query Read(QuerySlots slots) =>
        new UndeliveredQuery
        {
            Again = slots.Text("again") == "yes",
            Message = long.TryParse(slots.Text("message"), NumberStyles.None, CultureInfo.InvariantCulture, out var message)
                ? message
                : null,
        };
}
