using Bot.Activities.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Bot.Activities.Inbound;

/// <summary>
/// Holds a request's token to the rules of bot-protocol 2.2, first the header alone, then against the activity. Entra tokens (the
/// emulator's and other agents', 2.4) are refused: their issuer is not the channel's.
/// </summary>
internal sealed class ActivityTokenValidator(
    OpenIdKeys keys,
    IOptions<ActivitiesOptions> options,
    [FromKeyedServices(ActivityServices.ClockKey)] TimeProvider clock
)
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    private readonly JsonWebTokenHandler _handler = new() { MaximumTokenSizeInBytes = 16 * 1024 };
    private readonly ActivitiesOptions _options = options.Value;

    /// <summary>The token of the header, its signature checked; or why there is none.</summary>
    public async ValueTask<TokenCheck> AuthenticateAsync(StringValues authorization)
    {
        if (Bearer(authorization) is not { } text || Read(text) is not { } token)
        {
            return TokenCheck.Unauthorized(
                authorization.Count == 0 ? "no Authorization header" : "the Authorization header is not one bearer token"
            );
        }
        if (FaultOf(token) is { } fault)
        {
            return TokenCheck.Unauthorized(fault);
        }
        if (await keys.CurrentAsync(CancellationToken.None) is not { } known)
        {
            return TokenCheck.Unavailable;
        }
        if (known.Find(token.Kid) is not { Length: > 0 } candidates)
        {
            candidates = (await keys.RefreshAsync(known, CancellationToken.None) ?? known).Find(token.Kid);
        }
        foreach (var candidate in candidates)
        {
            if ((await _handler.ValidateTokenAsync(token, candidate.SignatureOnly)).IsValid)
            {
                return TokenCheck.Accepted(new ChannelToken(ClaimOf(token, "serviceurl"), candidate.Endorsements));
            }
        }
        return TokenCheck.Unauthorized(candidates.Length == 0 ? "the signing key is unknown" : "the signature is wrong");
    }

    /// <summary>Whether the token may bring this activity; null when it may.</summary>
    public TokenCheck? Refuse(ChannelToken token, Activity activity)
    {
        if (!token.SpeaksFor(activity.ChannelId))
        {
            return TokenCheck.Forbidden("the signing key is not endorsed for the activity's channel");
        }
        if (!token.Covers(activity.ServiceUrl))
        {
            return TokenCheck.Unauthorized("the claim serviceurl is not the activity's serviceUrl");
        }
        return TenantRule.Allows(_options.AllowedTenants, activity) ? null : TokenCheck.Forbidden("the tenant may not talk to this bot");
    }

    private static string? Bearer(StringValues authorization)
    {
        if (authorization.Count != 1 || authorization[0] is not { } header)
        {
            return null;
        }
        var parts = header.Split(' ');
        return parts.Length == 2 && parts[0].Equals("Bearer", StringComparison.OrdinalIgnoreCase) && parts[1].Length > 0 ? parts[1] : null;
    }

    private JsonWebToken? Read(string text)
    {
        try
        {
            return _handler.ReadJsonWebToken(text);
        }
        catch (Exception e) when (e is ArgumentException or SecurityTokenException or FormatException)
        {
            return null;
        }
    }

    // All that can be said before a key is looked up, so that only tokens made for us ever ask for one.
    private string? FaultOf(JsonWebToken token)
    {
        if (token.Alg != SecurityAlgorithms.RsaSha256 || token.TryGetHeaderValue<object>("crit", out _))
        {
            return "the algorithm is not RS256";
        }
        if (string.IsNullOrEmpty(token.Kid))
        {
            return "the token names no key";
        }
        if (!string.Equals(token.Issuer, _options.BotAuthentication.Issuer, StringComparison.Ordinal))
        {
            return "the issuer is not the channel";
        }
        if (!token.Audiences.Contains(_options.MicrosoftAppId, StringComparer.OrdinalIgnoreCase))
        {
            return "the audience is not this bot";
        }
        var now = clock.GetUtcNow().UtcDateTime;
        if (!token.TryGetPayloadValue<long>("exp", out _) || token.ValidTo == DateTime.MinValue)
        {
            return "the token has no expiry";
        }
        if (now > token.ValidTo + Skew)
        {
            return "the token has expired";
        }
        return token.ValidFrom != DateTime.MinValue && now < token.ValidFrom - Skew ? "the token is not yet valid" : null;
    }

    private static string? ClaimOf(JsonWebToken token, string name) => token.TryGetPayloadValue<string>(name, out var value) ? value : null;
}

/// <summary>What came of a check: a token, or a status and a reason for the log and the caller.</summary>
internal readonly record struct TokenCheck(int Status, string Reason, ChannelToken? Token)
{
    public static TokenCheck Unavailable { get; } = new(503, "the channel's signing keys cannot be had", null);

    public static TokenCheck Accepted(ChannelToken token) => new(200, "", token);

    public static TokenCheck Unauthorized(string reason) => new(401, reason, null);

    public static TokenCheck Forbidden(string reason) => new(403, reason, null);
}
