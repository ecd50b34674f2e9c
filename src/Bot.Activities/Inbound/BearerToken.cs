using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Bot.Activities.Inbound;

/// <summary>What holds for every token, whoever issued it: one bearer token in the header, RS256 by a named key, and a life that runs.</summary>
internal static class BearerToken
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    private static readonly JsonWebTokenHandler Handler = new() { MaximumTokenSizeInBytes = 16 * 1024 };

    /// <summary>The token of the header, nothing of it checked; null where there is not exactly one.</summary>
    public static JsonWebToken? Read(StringValues authorization)
    {
        if (authorization.Count != 1 || authorization[0] is not { } header)
        {
            return null;
        }
        var parts = header.Split(' ');
        if (parts.Length != 2 || !parts[0].Equals("Bearer", StringComparison.OrdinalIgnoreCase) || parts[1].Length == 0)
        {
            return null;
        }
        try
        {
            return Handler.ReadJsonWebToken(parts[1]);
        }
        catch (Exception e) when (e is ArgumentException or SecurityTokenException or FormatException)
        {
            return null;
        }
    }

    /// <summary>What is wrong with how it is to be signed; null where nothing is.</summary>
    public static string? FaultOfKey(JsonWebToken token) =>
        token.Alg != SecurityAlgorithms.RsaSha256 || token.TryGetHeaderValue<object>("crit", out _) ? "the algorithm is not RS256"
        : string.IsNullOrEmpty(token.Kid) ? "the token names no key"
        : null;

    /// <summary>What is wrong with its life at that moment; null where nothing is.</summary>
    public static string? FaultOfLife(JsonWebToken token, DateTimeOffset at)
    {
        var now = at.UtcDateTime;
        return !token.TryGetPayloadValue<long>("exp", out _) || token.ValidTo == DateTime.MinValue ? "the token has no expiry"
            : now > token.ValidTo + Skew ? "the token has expired"
            : token.ValidFrom != DateTime.MinValue && now < token.ValidFrom - Skew ? "the token is not yet valid"
            : null;
    }

    /// <summary>A claim that is text; null where it is missing.</summary>
    public static string? ClaimOf(JsonWebToken token, string name) => token.TryGetPayloadValue<string>(name, out var value) ? value : null;

    /// <summary>The key that signed it, and whether keys could be had at all; the key is null where it is unknown or the signature is wrong.</summary>
    public static async ValueTask<(EndorsedKey? Key, string Fault, bool HasKeys)> SignerAsync(JsonWebToken token, OpenIdKeys keys)
    {
        if (await keys.CurrentAsync(CancellationToken.None) is not { } known)
        {
            return (null, "", false);
        }
        if (known.Find(token.Kid) is not { Length: > 0 } candidates)
        {
            candidates = (await keys.RefreshAsync(known, CancellationToken.None) ?? known).Find(token.Kid);
        }
        foreach (var candidate in candidates)
        {
            if ((await Handler.ValidateTokenAsync(token, candidate.SignatureOnly)).IsValid)
            {
                return (candidate, "", true);
            }
        }
        return (null, candidates.Length == 0 ? "the signing key is unknown" : "the signature is wrong", true);
    }
}
