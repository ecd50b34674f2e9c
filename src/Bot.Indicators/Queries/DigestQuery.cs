namespace Bot.Indicators.Queries;

/// <summary>Where the plans and reports of all units stand today: the digest of the inspection team, on request.</summary>
public sealed record DigestQuery : ChatQuery
{
    /// <inheritdoc />
    public override string Kind => "digest";

    internal override void Write(QueryWriter writer) { }

    internal static Query Read(QuerySlots slots) => new DigestQuery();
}
