using System.Security.Cryptography.X509Certificates;
using Bot.Activities.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.Identity.Client;
using Microsoft.Identity.Client.AppConfig;

namespace Bot.Activities.Outbound;

/// <summary>Fetches the bot's token by MSAL: with a secret, a certificate, or as a user-assigned managed identity (bot-protocol 2.5, 3.4).</summary>
internal sealed class TokenSource(IOptions<ActivitiesOptions> options) : IMsalHttpClientFactory, IDisposable
{
    private readonly ActivitiesOptions _options = options.Value;
    private readonly HttpClient _http = new(
        new Redirect(options.Value.BotAuthentication.TokenEndpoint) { InnerHandler = ActivityTransport.Handler() }
    )
    {
        Timeout = TimeSpan.FromSeconds(5),
    };
    private IConfidentialClientApplication? _app;

    /// <summary>A fresh token, past MSAL's own cache: <see cref="BotTokens"/> is the cache.</summary>
    public async Task<(string Token, DateTimeOffset ExpiresAt)> FetchAsync()
    {
        var result =
            _options.AppType == BotAppType.UserAssignedMSI
                ? await ManagedIdentityApplicationBuilder
                    .Create(ManagedIdentityId.WithUserAssignedClientId(_options.MicrosoftAppId))
                    .Build()
                    .AcquireTokenForManagedIdentity(_options.BotAuthentication.Scope)
                    .WithForceRefresh(true)
                    .ExecuteAsync()
                : await (_app ??= Build()).AcquireTokenForClient([_options.BotAuthentication.Scope]).WithForceRefresh(true).ExecuteAsync();
        return (result.AccessToken, result.ExpiresOn);
    }

    HttpClient IMsalHttpClientFactory.GetHttpClient() => _http;

    public void Dispose() => _http.Dispose();

    private IConfidentialClientApplication Build()
    {
        var tenant = _options.AppType == BotAppType.SingleTenant ? _options.MicrosoftAppTenantId : "botframework.com";
        var builder = ConfidentialClientApplicationBuilder
            .Create(_options.MicrosoftAppId)
            .WithAuthority($"https://login.microsoftonline.com/{tenant}", validateAuthority: false)
            .WithInstanceDiscovery(false)
            .WithHttpClientFactory(this);
        return _options.BotAuthentication.CertificatePath is { Length: > 0 } path
            ? builder.WithCertificate(Load(path), sendX5C: true).Build()
            : builder.WithClientSecret(_options.MicrosoftAppPassword).Build();
    }

    private X509Certificate2 Load(string path) =>
        Path.GetExtension(path).Equals(".pem", StringComparison.OrdinalIgnoreCase)
            ? X509Certificate2.CreateFromPemFile(path)
            : X509CertificateLoader.LoadPkcs12FromFile(path, _options.MicrosoftAppPassword);

    // MSAL takes https authorities only; other clouds' and the tests' endpoints are put in its place here.
    private sealed class Redirect(string? endpoint) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (!string.IsNullOrEmpty(endpoint))
            {
                request.RequestUri = new Uri(endpoint);
            }
            return base.SendAsync(request, cancellationToken);
        }
    }
}
