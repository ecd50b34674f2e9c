using Bot.Indicators.Contacts;

namespace Bot.Store.Querying;

/// <summary>What an answer depends on besides the query and the store.</summary>
/// <param name="Today">The day in the city's time zone.</param>
/// <param name="Asker">Who asks; null for a guest, who sees approved facts only.</param>
public sealed record QueryScope(DateOnly Today, Contact? Asker)
{
    /// <summary>Whose proposed facts the asker sees: part of the cache key, so that no answer crosses rights.</summary>
    internal string ProposedSeen =>
        Asker switch
        {
            { Role: Role.Inspector or Role.Admin } => "*",
            { Role: Role.Official, Unit: { } unit } => unit.Value,
            _ => "",
        };
}
