using Bot.Activities.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Bot.Activities.Inbound;

/// <summary>
/// Tokens by which Teams signs a person in to a page of the app: issued by the Entra tenant of the person, for this app, with the scope
/// that Teams asks for. Tokens of apps are refused, and so is every tenant that is not named in the settings.
/// </summary>
public sealed class PersonTokens : IDisposable
{
    private const string Scope = "access_as_user";

    // The older of the two forms of tokens has an issuer of its own, in every cloud the same.
    private const string OldIssuer = "https://sts.windows.net";

    private readonly ActivitiesOptions _options;
    private readonly TimeProvider _clock;
    private readonly OpenIdKeys _keys;

    internal PersonTokens(IOptions<ActivitiesOptions> options, TimeProvider clock, Func<string, OpenIdKeys> keys)
    {
        (_options, _clock) = (options.Value, clock);
        _keys = keys($"{Authority}/common/v2.0/.well-known/openid-configuration");
    }

    /// <summary>Whether the app has an identity and tenants; without, nobody can be signed in.</summary>
    public bool IsConfigured => _options.AuthenticationEnabled && _options.AllowedTenants.Count > 0;

    /// <summary>Who the token of the header speaks for; or a status and why it speaks for nobody.</summary>
    public async ValueTask<PersonCheck> CheckAsync(StringValues authorization)
    {
        if (!IsConfigured)
        {
            return new(403, "MicrosoftAppId or the tenant is not set", null);
        }
        if (BearerToken.Read(authorization) is not { } token)
        {
            return new(401, "the Authorization header is not one bearer token", null);
        }
        if (FaultOf(token) is { } fault)
        {
            return new(401, fault, null);
        }
        var signer = await BearerToken.SignerAsync(token, _keys);
        if (signer.Key is null)
        {
            return signer.HasKeys
                ? new(401, signer.Fault, null)
                : new(503, "the signing keys of the identity provider cannot be had", null);
        }
        var (tenant, person) = (BearerToken.ClaimOf(token, "tid")!, BearerToken.ClaimOf(token, "oid")!);
        return _options.AllowedTenants.Contains(tenant, StringComparer.OrdinalIgnoreCase)
            ? new(200, "", person)
            : new(403, "the tenant may not use this app", null) { Stranger = (tenant, person) };
    }

    /// <inheritdoc />
    public void Dispose() => _keys.Dispose();

    private string Authority => _options.BotAuthentication.Authority.TrimEnd('/');

    // All that can be said before a key is looked up, so that only tokens made for us ever ask for one.
    private string? FaultOf(JsonWebToken token) =>
        BearerToken.FaultOfKey(token)
        ?? (
            BearerToken.ClaimOf(token, "tid") is not { Length: > 0 } tenant || !IsIssuerOf(tenant, token.Issuer)
                ? "the issuer is not the tenant"
            : !token.Audiences.Any(IsThisApp) ? "the audience is not this app"
            : BearerToken.FaultOfLife(token, _clock.GetUtcNow()) is { } life ? life
            : BearerToken.ClaimOf(token, "scp")?.Split(' ').Contains(Scope, StringComparer.Ordinal) != true ? "the scope is not a person's"
            : Guid.TryParse(BearerToken.ClaimOf(token, "oid"), out _) ? null
            : "the token names no person"
        );

    private bool IsIssuerOf(string tenant, string issuer) => issuer == $"{Authority}/{tenant}/v2.0" || issuer == $"{OldIssuer}/{tenant}/";

    // The id of the app that people sign in to, or its address as the manifest names it under webApplicationInfo.
    private bool IsThisApp(string audience)
    {
        var id = string.IsNullOrWhiteSpace(_options.Teams.SignInAppId) ? _options.MicrosoftAppId : _options.Teams.SignInAppId;
        var host = Uri.TryCreate(_options.PublicAddress, UriKind.Absolute, out var address) ? address.Authority : null;
        string[] names = host is null
            ? [$"{id}", $"api://{id}"]
            : [$"{id}", $"api://{id}", $"api://{host}/{id}", $"api://{host}/botid-{id}"];
        return names.Contains(audience, StringComparer.OrdinalIgnoreCase);
    }
}

/// <summary>What came of a check.</summary>
/// <param name="Status">200, or the status to refuse with.</param>
/// <param name="Reason">Why it was refused, for the log; empty where it was not.</param>
/// <param name="AadObjectId">The person's Entra object id; null where it was refused.</param>
public readonly record struct PersonCheck(int Status, string Reason, string? AadObjectId)
{
    /// <summary>Whose token was good but for its tenant; null for every other.</summary>
    public (string Tenant, string AadObjectId)? Stranger { get; init; }
}
