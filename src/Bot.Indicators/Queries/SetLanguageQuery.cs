namespace Bot.Indicators.Queries;

/// <summary>Answer in this language from now on.</summary>
public sealed record SetLanguageQuery : ChatQuery
{
    /// <summary>The language.</summary>
    public required Language To { get; init; }

    /// <summary>The last query, answered again in it; null where there is none.</summary>
    public StoreQuery? Then { get; init; }

    /// <inheritdoc />
    public override string Kind => "set-language";

    internal override void Write(QueryWriter writer) => writer.Slot("to", To == Language.English ? "en" : "vi").Nested("then", Then);

    internal static Query Read(QuerySlots slots) =>
        new SetLanguageQuery
        {
            To = slots.Text("to") == "en" ? Language.English : Language.Vietnamese,
            Then = slots.OptionalNested("then"),
        };
}
