namespace Bot.Indicators.Queries;

/// <summary>The people whom the bot knows, for the admin.</summary>
public sealed record ContactsQuery : ChatQuery
{
    /// <inheritdoc />
    public override string Kind => "contacts";

    internal override void Write(QueryWriter writer) { }

    internal static Query Read(QuerySlots slots) => new ContactsQuery();
}
