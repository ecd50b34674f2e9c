using Bot.Activities.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.JsonWebTokens;

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
    private readonly ActivitiesOptions _options = options.Value;

    /// <summary>The token of the header, its signature checked; or why there is none.</summary>
    public async ValueTask<TokenCheck> AuthenticateAsync(StringValues authorization)
    {
        if (BearerToken.Read(authorization) is not { } token)
        {
            return TokenCheck.Unauthorized(
                authorization.Count == 0 ? "no Authorization header" : "the Authorization header is not one bearer token"
            );
        }
        if (FaultOf(token) is { } fault)
        {
            return TokenCheck.Unauthorized(fault);
        }
        var signer = await BearerToken.SignerAsync(token, keys);
        return !signer.HasKeys ? TokenCheck.Unavailable
            : signer.Key is not { } key ? TokenCheck.Unauthorized(signer.Fault)
            : TokenCheck.Accepted(new ChannelToken(BearerToken.ClaimOf(token, "serviceurl"), key.Endorsements));
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
        return TenantRule.Refused(_options.AllowedTenants, activity) is { } tenant
            ? TokenCheck.Forbidden("the tenant may not talk to this bot") with
            {
                Tenant = tenant,
            }
            : null;
    }

    // All that can be said before a key is looked up, so that only tokens made for us ever ask for one.
    private string? FaultOf(JsonWebToken token) =>
        BearerToken.FaultOfKey(token)
        ?? (
            !string.Equals(token.Issuer, _options.BotAuthentication.Issuer, StringComparison.Ordinal) ? "the issuer is not the channel"
            : !token.Audiences.Contains(_options.MicrosoftAppId, StringComparer.OrdinalIgnoreCase) ? "the audience is not this bot"
            : BearerToken.FaultOfLife(token, clock.GetUtcNow())
        );
}

/// <summary>What came of a check: a token, or a status and a reason for the log and the caller.</summary>
internal readonly record struct TokenCheck(int Status, string Reason, ChannelToken? Token)
{
    /// <summary>The tenant that may not; null where it is not about one.</summary>
    public string? Tenant { get; init; }

    public static TokenCheck Unavailable { get; } = new(503, "the channel's signing keys cannot be had", null);

    public static TokenCheck Accepted(ChannelToken token) => new(200, "", token);

    public static TokenCheck Unauthorized(string reason) => new(401, reason, null);

    public static TokenCheck Forbidden(string reason) => new(403, reason, null);
}
