using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Bot.Testing;

namespace Bot.Wire.Tests.Protocol;

/// <summary>The bot's own token where no secret is configured: proved by a certificate, or given by the platform to a managed identity.</summary>
public sealed class BotIdentityTests : IAsyncLifetime
{
    private const string Tenant = "11111111-2222-3333-4444-555555555555";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bot-identity-");
    private readonly HttpClient _http = new();
    private TokenIssuer _issuer = null!;
    private LocalChannel _channel = null!;

    public async Task InitializeAsync()
    {
        _issuer = await TokenIssuer.StartAsync();
        _channel = await LocalChannel.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _channel.DisposeAsync();
        await _issuer.DisposeAsync();
        _http.Dispose();
        _folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("pfx", "MultiTenant", "botframework.com")]
    [InlineData("pem", "SingleTenant", Tenant)]
    public async Task A_certificate_signs_the_request_for_the_token_to_the_authority_of_the_app_s_type(
        string format,
        string type,
        string authority
    )
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=bot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(
            TimeProvider.System.GetUtcNow().AddDays(-1),
            TimeProvider.System.GetUtcNow().AddDays(1)
        );
        var file = Path.Combine(_folder.FullName, $"bot.{format}");
        await (
            format == "pem"
                ? File.WriteAllTextAsync(file, certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem())
                : File.WriteAllBytesAsync(file, certificate.Export(X509ContentType.Pfx, "local-only"))
        );

        await AskAsync(
            new()
            {
                ["BotAuthentication__CertificatePath"] = file,
                ["MicrosoftAppType"] = type,
                ["MicrosoftAppTenantId"] = Tenant,
            }
        );

        var form = _issuer.LastTokenForm.Split('&').Select(f => f.Split('=')).ToDictionary(f => f[0], f => Uri.UnescapeDataString(f[1]));
        Assert.Equal("urn:ietf:params:oauth:client-assertion-type:jwt-bearer", form["client_assertion_type"]);
        Assert.DoesNotContain("client_secret", form.Keys);
        var parts = form["client_assertion"].Split('.');
        var signed = Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}");
        var padding = Part(parts[0]).GetProperty("alg").GetString() == "PS256" ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1;
        Assert.True(key.VerifyData(signed, System.Buffers.Text.Base64Url.DecodeFromChars(parts[2]), HashAlgorithmName.SHA256, padding));
        Assert.Equal(_issuer.AppId, Part(parts[1]).GetProperty("iss").GetString());
        // Whom the request was made for, whatever endpoint it was sent to.
        Assert.Equal($"https://login.microsoftonline.com/{authority}/oauth2/v2.0/token", Part(parts[1]).GetProperty("aud").GetString());
    }

    [Fact]
    public async Task A_managed_identity_asks_the_platform_and_sends_it_no_secret_of_its_own()
    {
        await AskAsync(
            new()
            {
                ["MicrosoftAppType"] = "UserAssignedMSI",
                ["MicrosoftAppPassword"] = "",
                ["MicrosoftAppTenantId"] = Tenant,
                ["IDENTITY_ENDPOINT"] = _issuer.TokenEndpoint,
                ["IDENTITY_HEADER"] = "of-the-platform",
            }
        );

        Assert.Equal("of-the-platform", _issuer.LastIdentityHeader);
        var query = Uri.UnescapeDataString(_issuer.LastTokenQuery);
        Assert.Contains($"client_id={_issuer.AppId}", query, StringComparison.Ordinal);
        Assert.Contains("resource=https://api.botframework.com", query, StringComparison.Ordinal);
        Assert.Empty(_issuer.LastTokenForm);
    }

    private async Task AskAsync(Dictionary<string, string> identity)
    {
        var settings = _issuer.Variables();
        foreach (var (key, value) in identity)
        {
            settings[key] = value;
        }

        await using var bot = await BotProcess.StartAsync(settings);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{bot.Url}/api/messages")
        {
            Content = new StringContent(
                $$"""{"type":"message","id":"m-1","channelId":"msteams","serviceUrl":"{{_channel.ServiceUrl}}","conversation":{"id":"a:1","tenantId":"{{Tenant}}"},"from":{"id":"29:u"},"recipient":{"id":"28:bot"},"text":"xin chào"}""",
                Encoding.UTF8,
                "application/json"
            ),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _issuer.Sign(_channel.ServiceUrl));
        using var answer = await _http.SendAsync(request);
        Assert.True(answer.StatusCode is HttpStatusCode.OK, bot.Output);
        var reply = Assert.Single(await _channel.WaitForAsync("a:1", 1));
        Assert.Equal("Bearer bot-token-1", reply.Authorization);
    }

    private static JsonElement Part(string base64) =>
        JsonDocument.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(base64)).RootElement.Clone();
}
