using System.Buffers.Text;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Bot.Testing;
using static Bot.Testing.SampleCity;

namespace Bot.Wire.Tests.Tab;

/// <summary>The built bot on 3 April 2023 with an identity of its own, and browsers that look at its dashboard.</summary>
internal sealed class TabBot : IAsyncDisposable
{
    public const string Host = "cchc.example.org";

    // A proxy speaks for others: then no sample contact can be taken, as on a server of the city.
    private static readonly (string, string) FromAfar = ("X-Forwarded-For", "203.0.113.7");

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
    private readonly BotProcess _bot;

    private TabBot(TokenIssuer issuer, BotProcess bot) => (Issuer, _bot) = (issuer, bot);

    public TokenIssuer Issuer { get; }

    /// <summary>The file of the bot's store.</summary>
    public string StoreFile => _bot.StoreFile;

    /// <summary>What the process wrote on its console.</summary>
    public string Printed => _bot.Output;

    public static async Task<TabBot> StartAsync(params (string Key, string Value)[] settings)
    {
        var issuer = await TokenIssuer.StartAsync();
        var all = issuer.Variables();
        all["Clock__Today"] = "2023-04-03";
        all["Reminders__Enabled"] = "false";
        all["Teams__TenantId"] = Tenant;
        all["PublicAddress"] = $"https://{Host}";
        foreach (var (key, value) in settings)
        {
            all[key] = value;
        }
        return new(issuer, await BotProcess.StartAsync(all));
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        await Issuer.DisposeAsync();
        _http.Dispose();
    }

    /// <summary>Runs a command beside the bot that serves; what it printed. It must succeed.</summary>
    public async Task<string> RunAsync(params string[] arguments)
    {
        var (code, printed) = await _bot.RunAsync(arguments);
        Assert.True(code == 0, printed);
        return printed;
    }

    /// <summary>Imports a table.</summary>
    public async Task ImportAsync(string table, string content)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, $"{table}.csv");
        await File.WriteAllTextAsync(file, content);
        await RunAsync("import", file);
    }

    /// <summary>Imports a report, whose figures wait for an inspector.</summary>
    public Task ImportReportAsync()
    {
        var reports = Path.Combine(BotProcess.Root, "tests/Bot.Tests/Cases/articles");
        return RunAsync("import", Directory.EnumerateFiles(reports, "*.txt").Order(StringComparer.Ordinal).First());
    }

    /// <summary>Exchanges a token for a session; the status and what the cookie says.</summary>
    public async Task<(HttpStatusCode Status, string? Cookie)> SignInAsync(string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{_bot.Url}/tab/session");
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        using var response = await _http.SendAsync(request);
        return (response.StatusCode, response.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies.Single() : null);
    }

    /// <summary>A browser in which that person is signed in.</summary>
    public async Task<TabReader> AsAsync(string person)
    {
        var (status, cookie) = await SignInAsync(Issuer.SignPerson(Tenant, person));
        Assert.Equal(HttpStatusCode.NoContent, status);
        return new(this, cookie!.Split(';')[0]);
    }

    /// <summary>What stands at an address of the bot, as a browser far away gets it.</summary>
    public async Task<TabAnswer> GetAsync(string path, string? cookie = null, params (string Name, string Value)[] headers) =>
        await SendAsync(new HttpRequestMessage(HttpMethod.Get, _bot.Url + path), cookie, [FromAfar, .. headers]);

    /// <summary>The same on the machine itself.</summary>
    public async Task<TabAnswer> GetHereAsync(string path, string? cookie = null) =>
        await SendAsync(new HttpRequestMessage(HttpMethod.Get, _bot.Url + path), cookie, []);

    /// <summary>Posts a form.</summary>
    public async Task<TabAnswer> PostAsync(
        string path,
        string? cookie,
        IEnumerable<(string Field, string Value)> form,
        params (string Name, string Value)[] headers
    )
    {
        var request = new HttpRequestMessage(HttpMethod.Post, _bot.Url + path)
        {
            Content = new FormUrlEncodedContent(form.Select(f => KeyValuePair.Create(f.Field, f.Value))),
        };
        return await SendAsync(request, cookie, headers);
    }

    private async Task<TabAnswer> SendAsync(HttpRequestMessage request, string? cookie, IEnumerable<(string Name, string Value)> headers)
    {
        using (request)
        {
            foreach (var (name, value) in headers)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
            if (cookie is not null)
            {
                request.Headers.Add("Cookie", cookie);
            }
            using var response = await _http.SendAsync(request);
            var all = response.Headers.Concat(response.Content.Headers).ToDictionary(h => h.Key, h => string.Join(", ", h.Value));
            return new(response.StatusCode, WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync()), all);
        }
    }

    /// <summary>What the forms of a session bear, made with the server's own key: what somebody can do who knows his token but has no form.</summary>
    public string TokenOf(string session)
    {
        var folder = Path.GetDirectoryName(_bot.StoreFile)!;
        var key = HKDF.DeriveKey(
            HashAlgorithmName.SHA256,
            File.ReadAllBytes(Path.Combine(folder, "charts.key")),
            32,
            info: "dashboard session"u8.ToArray()
        );
        return Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"form|{session}")));
    }

    private sealed class TemporaryFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("bot-tab-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}

/// <summary>What the bot answered to a browser.</summary>
internal sealed record TabAnswer(HttpStatusCode Status, string Body, IReadOnlyDictionary<string, string> Headers);

/// <summary>A browser in which somebody is signed in.</summary>
internal sealed record TabReader(TabBot Bot, string Cookie)
{
    public Task<TabAnswer> GetAsync(string path = "/tab") => Bot.GetAsync(path, Cookie);

    /// <summary>What the first form that approves a proposal bears, on the first document that waits.</summary>
    public async Task<(string Field, string Value)[]> ApprovalAsync()
    {
        var document = Regex.Match((await GetAsync("/tab/review")).Body, "href=\"(/tab/review/[^\"]+)\"").Groups[1].Value;
        var page = (await GetAsync(document)).Body;
        string[] names = ["document", "fact", "version"];
        var fields = string.Concat(names.Select(name => $"<input type=\"hidden\" name=\"{name}\" value=\"([^\"]+)\" ?/?>\\s*"));
        var form = Regex.Match(page, "value=\"fact/approve\" ?/?>\\s*" + fields);
        Assert.True(form.Success, page);
        return [.. names.Select((name, i) => (name, form.Groups[i + 1].Value))];
    }

    /// <summary>What the forms of this session bear.</summary>
    public string Token => Bot.TokenOf(Cookie[(Cookie.IndexOf('=', StringComparison.Ordinal) + 1)..]);

    /// <summary>Sends a form of a page, whether or not the page has one.</summary>
    public Task<TabAnswer> ActAsync(string verb, params (string Field, string Value)[] data) => ActAsync(Token, verb, data);

    /// <summary>The same with another token.</summary>
    public async Task<TabAnswer> ActAsync(string? token, string verb, (string Field, string Value)[] data) =>
        await Bot.PostAsync("/tab/act", Cookie, [("token", token ?? ""), ("verb", verb), ("back", "/tab/units/SYT"), .. data]);
}
