namespace Bot.Indicators.Queries;

/// <summary>A greeting, thanks, a farewell.</summary>
public sealed record SmallTalkQuery : ChatQuery
{
    /// <summary>Which.</summary>
    public required SmallTalkKind Sort { get; init; }

    /// <inheritdoc />
    public override string Kind => "small-talk";

    internal override void Write(QueryWriter writer) => writer.Slot("sort", Sort.ToString().ToLowerInvariant());

    internal static Query Read(QuerySlots slots) => new SmallTalkQuery { Sort = slots.Choice<SmallTalkKind>("sort") };
}
