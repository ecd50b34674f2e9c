using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace Bot.Activities.Inbound;

/// <summary>One reading of the channel's keys; compared by reference.</summary>
internal sealed class KeySet
{
    private readonly FrozenDictionary<string, EndorsedKey[]> _byId;

    public KeySet(JsonWebKeySet set, DateTimeOffset readAt)
    {
        ReadAt = readAt;
        _byId = set
            .Keys.Where(static key => key.Kty == "RSA" && key.Use is null or "" or "sig" && !string.IsNullOrEmpty(key.Kid))
            .GroupBy(static key => key.Kid, static key => new EndorsedKey(key, EndorsementsOf(key)), StringComparer.Ordinal)
            .ToFrozenDictionary(static group => group.Key, static group => group.ToArray(), StringComparer.Ordinal);
    }

    public DateTimeOffset ReadAt { get; }

    public int Count => _byId.Count;

    /// <summary>The keys of this id; empty when it is unknown.</summary>
    public EndorsedKey[] Find(string id) => _byId.GetValueOrDefault(id, []);

    private static string[] EndorsementsOf(JsonWebKey key) =>
        key.AdditionalData.TryGetValue("endorsements", out var value) && value is JsonElement { ValueKind: JsonValueKind.Array } channels
            ?
            [
                .. channels
                    .EnumerateArray()
                    .Where(static channel => channel.ValueKind == JsonValueKind.String)
                    .Select(static channel => channel.GetString()!),
            ]
            : [];
}

/// <summary>A signing key and the channels that it may speak for.</summary>
internal sealed record EndorsedKey(SecurityKey Key, IReadOnlyList<string> Endorsements)
{
    /// <summary>Checks the signature by this key alone; issuer, audience and lifetime are the validator's, with the given clock.</summary>
    public TokenValidationParameters SignatureOnly { get; } =
        new()
        {
            IssuerSigningKey = Key,
            TryAllIssuerSigningKeys = false,
            RequireSignedTokens = true,
            ValidateIssuerSigningKey = true,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            ValidateIssuer = false,
            ValidateAudience = false,
            ValidateLifetime = false,
        };
}
