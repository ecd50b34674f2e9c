using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Bot.Testing;

/// <summary>Plays the channel's token issuer (OpenID metadata, keys with endorsements) and the provider of the bot's own token.</summary>
public sealed class TokenIssuer : IAsyncDisposable
{
    /// <summary>The issuer of all good tokens.</summary>
    public const string Issuer = "https://api.botframework.com";

    private readonly Lock _gate = new();
    private readonly List<IssuerKey> _keys = [];
    private LocalServer _server = null!;
    private int _metadataReads;
    private int _keyReads;
    private int _tokenReads;

    private TokenIssuer(string appId, TimeProvider clock) =>
        (AppId, Clock, Key) = (appId, clock, IssuerKey.MakeFirst("key-1", "msteams", "webchat", "directline"));

    /// <summary>The bot's app id, audience of all good tokens.</summary>
    public string AppId { get; }

    /// <summary>The key that signs unless another is asked for.</summary>
    public IssuerKey Key { get; private set; }

    /// <summary>Whether every request is answered with 503.</summary>
    public bool Down { get; set; }

    /// <summary>Awaited before the bot's token is given out; lets a test hold callers back.</summary>
    public Func<Task> BeforeToken { get; set; } = static () => Task.CompletedTask;

    /// <summary>Lifetime of the bot's tokens, in seconds.</summary>
    public int TokenSeconds { get; set; } = 3600;

    public int MetadataReads => _metadataReads;

    public int KeyReads => _keyReads;

    /// <summary>How often the bot fetched its own token; the n-th is <c>bot-token-n</c>.</summary>
    public int TokenReads => _tokenReads;

    /// <summary>The last form that the bot posted for a token.</summary>
    public string LastTokenForm { get; private set; } = "";

    /// <summary>The query of the last request for a token; a managed identity asks so.</summary>
    public string LastTokenQuery { get; private set; } = "";

    /// <summary>The secret by which the platform knows its own process; empty where none was sent.</summary>
    public string LastIdentityHeader { get; private set; } = "";

    public string MetadataUrl => $"{_server.Url}/v1/.well-known/openidconfiguration";

    public string TokenEndpoint => $"{_server.Url}/token";

    /// <summary>Where people sign in.</summary>
    public string Authority => _server.Url;

    private TimeProvider Clock { get; }

    public static async Task<TokenIssuer> StartAsync(string appId = "7f3c2a10-5b6d-4e8f-9a01-23456789abcd", TimeProvider? clock = null)
    {
        var issuer = new TokenIssuer(appId, clock ?? TimeProvider.System);
        issuer._keys.Add(issuer.Key);
        issuer._server = await LocalServer.StartAsync(issuer.AnswerAsync);
        return issuer;
    }

    /// <summary>The settings that make a bot trust this issuer and fetch its token here.</summary>
    public Dictionary<string, string?> Settings() =>
        new()
        {
            ["MicrosoftAppId"] = AppId,
            ["MicrosoftAppPassword"] = "local-only",
            // That of most tests, and that of the recorded activities.
            ["Teams:TenantId"] = $"{SampleCity.Tenant},2b9d1f60-7c1e-4d53-9b0e-5a1c7d0e4f11",
            ["BotAuthentication:OpenIdMetadata"] = MetadataUrl,
            ["BotAuthentication:TokenEndpoint"] = TokenEndpoint,
            ["BotAuthentication:Authority"] = Authority,
        };

    /// <summary>The same as environment variables of a process.</summary>
    public Dictionary<string, string> Variables() =>
        Settings()
            .ToDictionary(static setting => setting.Key.Replace(":", "__", StringComparison.Ordinal), static setting => setting.Value!);

    /// <summary>A further key that the issuer publishes.</summary>
    public IssuerKey AddKey(string id, params string[] endorsements)
    {
        var key = new IssuerKey(id, endorsements);
        lock (_gate)
        {
            _keys.Add(key);
        }
        return key;
    }

    /// <summary>Publishes a new key in place of all others, and signs with it.</summary>
    public void Rotate(string id)
    {
        lock (_gate)
        {
            _keys.Clear();
        }
        Key = AddKey(id, "msteams");
    }

    /// <summary>A good token for the service address.</summary>
    public string Sign(string serviceUrl) => Sign(serviceUrl, static _ => { });

    /// <summary>A token whose claims, header, algorithm or key were changed.</summary>
    public string Sign(string serviceUrl, Action<TokenShape> change)
    {
        var now = Clock.GetUtcNow().ToUnixTimeSeconds();
        var shape = new TokenShape
        {
            Key = Key,
            Header =
            {
                ["alg"] = "RS256",
                ["typ"] = "JWT",
                ["kid"] = Key.Id,
            },
            Claims =
            {
                ["serviceurl"] = serviceUrl,
                ["iss"] = Issuer,
                ["aud"] = AppId,
                ["nbf"] = now,
                ["exp"] = now + 3600,
            },
        };
        change(shape);
        return shape.Write();
    }

    /// <summary>A good token by which Teams signs a person in to a tab; the change spoils it.</summary>
    public string SignPerson(string tenant, string aadObjectId, Action<TokenShape>? change = null) =>
        Sign(
            "",
            shape =>
            {
                shape.Claims.Remove("serviceurl");
                shape.Claims["iss"] = $"{Authority}/{tenant}/v2.0";
                shape.Claims["tid"] = tenant;
                shape.Claims["oid"] = aadObjectId;
                shape.Claims["scp"] = "access_as_user";
                shape.Claims["ver"] = "2.0";
                change?.Invoke(shape);
            }
        );

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var (status, body) = Down ? (503, new JsonObject()) : (200, await BodyAsync(context.Request));
        await LocalServer.WriteAsync(context.Response, status, Encoding.UTF8.GetBytes(body.ToJsonString()));
    }

    private async Task<JsonObject> BodyAsync(HttpRequest request)
    {
        switch (request.Path.Value)
        {
            case "/v1/.well-known/openidconfiguration":
            case "/common/v2.0/.well-known/openid-configuration":
                Interlocked.Increment(ref _metadataReads);
                return new()
                {
                    ["issuer"] = Issuer,
                    ["jwks_uri"] = $"{_server.Url}/v1/.well-known/keys",
                    ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
                };
            case "/v1/.well-known/keys":
                Interlocked.Increment(ref _keyReads);
                lock (_gate)
                {
                    return new() { ["keys"] = new JsonArray([.. _keys.Select(static key => key.Publish())]) };
                }
            default:
                using (var reader = new StreamReader(request.Body))
                {
                    LastTokenForm = await reader.ReadToEndAsync();
                }
                LastTokenQuery = request.QueryString.Value ?? "";
                LastIdentityHeader = request.Headers["X-IDENTITY-HEADER"].ToString();
                var serial = Interlocked.Increment(ref _tokenReads);
                await BeforeToken();
                return new()
                {
                    ["token_type"] = "Bearer",
                    ["expires_in"] = TokenSeconds,
                    ["expires_on"] = (TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() + TokenSeconds).ToString(
                        CultureInfo.InvariantCulture
                    ),
                    ["access_token"] = $"bot-token-{serial}",
                };
        }
    }
}

/// <summary>A signing key and the channels it is endorsed for.</summary>
public sealed class IssuerKey(string id, params string[] endorsements)
{
    // Making a key takes a tenth of a second or more; every issuer's first key is the same one.
    private static readonly Lazy<RSAParameters> First = new(static () => RSA.Create(2048).ExportParameters(includePrivateParameters: true));

    public string Id => id;

    public RSA Rsa { get; private init; } = RSA.Create(2048);

    internal static IssuerKey MakeFirst(string id, params string[] endorsements) => new(id, endorsements) { Rsa = RSA.Create(First.Value) };

    /// <summary>The key as the set publishes it; without the endorsements member where there are none.</summary>
    internal JsonObject Publish()
    {
        var parameters = Rsa.ExportParameters(includePrivateParameters: false);
        var key = new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = id,
            ["n"] = TokenShape.Base64Url(parameters.Modulus!),
            ["e"] = TokenShape.Base64Url(parameters.Exponent!),
        };
        if (endorsements.Length > 0)
        {
            key["endorsements"] = new JsonArray([.. endorsements.Select(static channel => (JsonNode)channel)]);
        }
        return key;
    }
}

/// <summary>A token before it is written.</summary>
public sealed class TokenShape
{
    public required IssuerKey Key { get; set; }

    public JsonObject Header { get; } = [];

    public JsonObject Claims { get; } = [];

    /// <summary>Writes header and claims, and signs as the header's alg says: none, HS256 (secret: the public key), or RSA.</summary>
    internal string Write()
    {
        var signed = $"{Encode(Header)}.{Encode(Claims)}";
        var bytes = Encoding.ASCII.GetBytes(signed);
        var signature = Header["alg"]?.GetValue<string>() switch
        {
            "none" => [],
            "HS256" => HMACSHA256.HashData(Encoding.ASCII.GetBytes(Key.Rsa.ExportSubjectPublicKeyInfoPem()), bytes),
            "RS384" => Key.Rsa.SignData(bytes, HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1),
            _ => Key.Rsa.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
        };
        return $"{signed}.{Base64Url(signature)}";
    }

    internal static string Base64Url(ReadOnlySpan<byte> bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);

    private static string Encode(JsonObject json) => Base64Url(JsonSerializer.SerializeToUtf8Bytes(json));
}
