namespace Bot.Indicators.Queries;

/// <summary>The newest questions that were not understood, for the admin.</summary>
public sealed record OpenQuestionsQuery : ChatQuery
{
    /// <inheritdoc />
    public override string Kind => "open-questions";

    internal override void Write(QueryWriter writer) { }

    internal static Query Read(QuerySlots slots) => new OpenQuestionsQuery();
}
