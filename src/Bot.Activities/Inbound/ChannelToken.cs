namespace Bot.Activities.Inbound;

/// <summary>What a token with a good signature says; the activity beside it must agree.</summary>
/// <param name="ServiceUrl">The claim serviceurl; null when it is missing.</param>
/// <param name="Endorsements">The channels that the key which validated the signature may speak for.</param>
internal sealed record ChannelToken(string? ServiceUrl, IReadOnlyList<string> Endorsements)
{
    /// <summary>Whether the key may speak for the channel; for none where the activity names none (bot-protocol 2.2, rule 6).</summary>
    public bool SpeaksFor(string? channelId) =>
        !string.IsNullOrEmpty(channelId) && Endorsements.Contains(channelId, StringComparer.Ordinal);

    /// <summary>Whether answers may go where the activity says: this keeps a stolen token from leading them to a foreign host (rule 7).</summary>
    public bool Covers(string? serviceUrl) =>
        ServiceUrl is { Length: > 0 } claim
        && serviceUrl is not null
        && Trim(claim).Equals(Trim(serviceUrl), StringComparison.OrdinalIgnoreCase);

    private static ReadOnlySpan<char> Trim(string address) => address.EndsWith('/') ? address.AsSpan(0, address.Length - 1) : address;
}
