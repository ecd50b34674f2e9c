namespace Bot.Indicators.Queries;

/// <summary>A judgement of the last answer.</summary>
public sealed record FeedbackQuery : ChatQuery
{
    /// <summary>Thumbs up or down.</summary>
    public bool Good { get; init; }

    /// <summary>A word about it; null where none.</summary>
    public string? Comment { get; init; }

    /// <inheritdoc />
    public override string Kind => "feedback";

    internal override void Write(QueryWriter writer) => writer.Slot("vote", Good ? "up" : "down").Words("comment", Comment);

    internal static Query Read(QuerySlots slots) =>
        new FeedbackQuery { Good = slots.Text("vote") == "up", Comment = slots.Words("comment") };
}
