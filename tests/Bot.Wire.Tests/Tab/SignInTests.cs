using System.Net;
using Bot.Testing;
using static Bot.Testing.SampleCity;

namespace Bot.Wire.Tests.Tab;

public sealed class SignInTests(SharedTabBot shared) : IClassFixture<SharedTabBot>
{
    private readonly TabBot _tab = shared.Tab;

    [Fact]
    public async Task A_token_of_teams_opens_a_session_that_only_this_host_gets_back_also_in_a_frame()
    {
        var (status, cookie) = await _tab.SignInAsync(_tab.Issuer.SignPerson(Tenant, Inspector));

        Assert.Equal(HttpStatusCode.NoContent, status);
        Assert.StartsWith("__Host-tab=", cookie, StringComparison.Ordinal);
        Assert.EndsWith("; Max-Age=3600; Path=/; Secure; HttpOnly; SameSite=None; Partitioned", cookie, StringComparison.Ordinal);
        var page = await _tab.GetAsync("/tab", cookie!.Split(';')[0]);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Nhắc việc hôm nay", page.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("7f3c2a10-5b6d-4e8f-9a01-23456789abcd")]
    [InlineData("api://7f3c2a10-5b6d-4e8f-9a01-23456789abcd")]
    [InlineData("api://cchc.example.org/7f3c2a10-5b6d-4e8f-9a01-23456789abcd")]
    [InlineData("api://cchc.example.org/botid-7f3c2a10-5b6d-4e8f-9a01-23456789abcd")]
    public async Task Both_forms_of_tokens_are_taken_for_every_name_of_the_app(string audience)
    {
        var newer = _tab.Issuer.SignPerson(Tenant, Inspector, t => t.Claims["aud"] = audience);
        var older = _tab.Issuer.SignPerson(
            Tenant,
            Inspector,
            t => (t.Claims["aud"], t.Claims["iss"], t.Claims["ver"]) = (audience, $"https://sts.windows.net/{Tenant}/", "1.0")
        );

        Assert.Equal(HttpStatusCode.NoContent, (await _tab.SignInAsync(newer)).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await _tab.SignInAsync(older)).Status);
    }

    // A managed identity exposes no API, so people sign in to another application than the bot's.
    [Fact]
    public async Task Where_an_application_of_its_own_is_named_tokens_for_it_count_and_those_for_the_bot_do_not()
    {
        const string signIn = "5a5a5a5a-5b6d-4e8f-9a01-23456789abcd";
        await using var tab = await TabBot.StartAsync(("Teams__SignInAppId", signIn));

        foreach (var audience in (string[])[signIn, $"api://cchc.example.org/{signIn}"])
        {
            var token = tab.Issuer.SignPerson(Tenant, Inspector, t => t.Claims["aud"] = audience);
            Assert.Equal(HttpStatusCode.NoContent, (await tab.SignInAsync(token)).Status);
        }

        Assert.Equal(HttpStatusCode.Unauthorized, (await tab.SignInAsync(tab.Issuer.SignPerson(Tenant, Inspector))).Status);
    }

    [Fact]
    public async Task Every_other_token_is_refused_and_opens_nothing()
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        const string Other = "99999999-2222-3333-4444-555555555555";
        (string Why, HttpStatusCode Status, string? Token)[] table =
        [
            ("no token", HttpStatusCode.Unauthorized, null),
            ("no token at all", HttpStatusCode.Unauthorized, "nonsense"),
            ("wrong issuer", HttpStatusCode.Unauthorized, Spoilt(t => t.Claims["iss"] = "https://login.example.org/x/v2.0")),
            ("issuer of another tenant", HttpStatusCode.Unauthorized, Spoilt(t => t.Claims["tid"] = Other)),
            ("the channel's issuer", HttpStatusCode.Unauthorized, Spoilt(t => t.Claims["iss"] = TokenIssuer.Issuer)),
            ("the channel's token", HttpStatusCode.Unauthorized, _tab.Issuer.Sign("https://smba.trafficmanager.net/teams/")),
            ("another app", HttpStatusCode.Unauthorized, Spoilt(t => t.Claims["aud"] = Guid.NewGuid().ToString())),
            (
                "this app at another host",
                HttpStatusCode.Unauthorized,
                Spoilt(t => t.Claims["aud"] = $"api://evil.example/{t.Claims["aud"]}")
            ),
            ("expired", HttpStatusCode.Unauthorized, Spoilt(t => (t.Claims["nbf"], t.Claims["exp"]) = (now - 7200, now - 3600))),
            ("not yet valid", HttpStatusCode.Unauthorized, Spoilt(t => t.Claims["nbf"] = now + 3600)),
            ("without expiry", HttpStatusCode.Unauthorized, Spoilt(t => t.Claims.Remove("exp"))),
            ("another tenant", HttpStatusCode.Forbidden, _tab.Issuer.SignPerson(Other, Inspector)),
            ("without a tenant", HttpStatusCode.Unauthorized, Spoilt(t => t.Claims.Remove("tid"))),
            ("an app's own", HttpStatusCode.Unauthorized, Spoilt(t => t.Claims.Remove("scp"))),
            ("another scope", HttpStatusCode.Unauthorized, Spoilt(t => t.Claims["scp"] = "User.Read")),
            ("nobody", HttpStatusCode.Unauthorized, Spoilt(t => t.Claims.Remove("oid"))),
            ("unsigned", HttpStatusCode.Unauthorized, Spoilt(t => t.Header["alg"] = "none")),
            ("signed with the public key", HttpStatusCode.Unauthorized, Spoilt(t => t.Header["alg"] = "HS256")),
            ("an unknown key", HttpStatusCode.Unauthorized, Spoilt(t => (t.Key, t.Header["kid"]) = (new IssuerKey("mine"), "mine"))),
            ("our key's name over another key", HttpStatusCode.Unauthorized, Spoilt(t => t.Key = new IssuerKey("mine"))),
            ("a forged person", HttpStatusCode.Unauthorized, WithPerson(_tab.Issuer.SignPerson(Tenant, Guest), Inspector)),
        ];
        foreach (var (why, expected, token) in table)
        {
            var (status, cookie) = await _tab.SignInAsync(token);
            Assert.True(status == expected && cookie is null, $"{why}: {status}, cookie {cookie}");
        }

        // Only of him whose token was good but for the tenant is it known who he is: he is on record, once an hour.
        Assert.Equal(HttpStatusCode.Forbidden, (await _tab.SignInAsync(_tab.Issuer.SignPerson(Other, Inspector))).Status);
        var rows = (await _tab.RunAsync("export", "audit"))
            .Split('\n')
            .Where(row => row.Contains(",tab/session,", StringComparison.Ordinal));
        Assert.Contains($"tenant:{Other}/{Inspector},refuse,", Assert.Single(rows), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_the_token_nor_the_session_stands_in_the_log()
    {
        await using var tab = await TabBot.StartAsync(("Logging__LogLevel__Default", "Trace"), ("Logging__LogLevel__Microsoft", "Trace"));
        var token = tab.Issuer.SignPerson(Tenant, Inspector);
        var (_, cookie) = await tab.SignInAsync(token);
        var session = cookie!.Split(';')[0];
        var reader = new TabReader(tab, session);
        await reader.GetAsync("/tab/units/SYT");
        await reader.ActAsync("obligation/acknowledge", ("obligation", "SYT|digital-transformation-plan|2023"), ("version", "0"));
        await tab.SignInAsync(Spoilt(t => t.Claims["aud"] = Guid.NewGuid().ToString()));

        Assert.Contains("/tab/session", tab.Printed, StringComparison.Ordinal);
        foreach (
            var secret in (string[])
                [token, token.Split('.')[2], session[(session.IndexOf('=', StringComparison.Ordinal) + 1)..], reader.Token]
        )
        {
            Assert.DoesNotContain(secret, tab.Printed, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Without_the_keys_of_the_provider_nobody_is_let_in_and_it_is_not_called_the_callers_fault()
    {
        await using var tab = await TabBot.StartAsync();
        tab.Issuer.Down = true;

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await tab.SignInAsync(tab.Issuer.SignPerson(Tenant, Inspector))).Status);
    }

    [Fact]
    public async Task Where_the_settings_name_no_tenant_nobody_is_let_in()
    {
        await using var tab = await TabBot.StartAsync(("Teams__TenantId", ""));

        Assert.Equal(HttpStatusCode.Forbidden, (await tab.SignInAsync(tab.Issuer.SignPerson(Tenant, Inspector))).Status);
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_reads_how_to_open_the_page_and_nothing_else()
    {
        foreach (var path in new[] { "/tab", "/tab/units", "/tab/units/SYT", "/tab/deliveries", "/tab/review", "/tab?format=csv" })
        {
            var page = await _tab.GetAsync(path);
            Assert.Equal(HttpStatusCode.Unauthorized, page.Status);
            Assert.Contains("mở trong Microsoft Teams", page.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("Sở Y tế", page.Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_altered_session_or_one_of_a_sample_contact_is_none()
    {
        var (_, cookie) = await _tab.SignInAsync(_tab.Issuer.SignPerson(Tenant, Guest));
        var session = cookie!.Split(';')[0];
        var said = session["__Host-tab=".Length..].Split('.');
        var forged = System.Buffers.Text.Base64Url.EncodeToString(
            System.Text.Encoding.UTF8.GetBytes(
                System
                    .Text.Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(said[0]))
                    .Replace(Guest, Inspector, StringComparison.Ordinal)
            )
        );
        var here = await _tab.PostAsync("/tab/persona", null, [("persona", "dl_admin")], ("Sec-Fetch-Site", "same-origin"));
        var persona = here.Headers["Set-Cookie"].Split(';')[0].Split('=')[1];

        Assert.Equal(HttpStatusCode.OK, (await _tab.GetAsync("/tab", session)).Status);
        foreach (var other in new[] { $"{forged}.{said[1]}", $"{said[0]}.", said[0], "", "a.b", persona })
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await _tab.GetAsync("/tab", $"__Host-tab={other}")).Status);
        }
    }

    [Fact]
    public async Task Sample_contacts_are_taken_on_this_machine_alone_and_only_from_the_page_itself()
    {
        (string, string)[] form = [("persona", "dl_inspector"), ("back", "/tab")];
        var taken = await _tab.PostAsync("/tab/persona", null, form, ("Sec-Fetch-Site", "same-origin"));
        Assert.Equal(HttpStatusCode.SeeOther, taken.Status);
        var cookie = taken.Headers["Set-Cookie"].Split(';')[0];
        Assert.Contains("Nhắc việc hôm nay", (await _tab.GetHereAsync("/tab", cookie)).Body, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Forbidden, (await _tab.PostAsync("/tab/persona", null, form, ("Sec-Fetch-Site", "cross-site"))).Status);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await _tab.PostAsync("/tab/persona", null, form, ("X-Forwarded-For", "203.0.113.7"))).Status
        );
        Assert.Equal(HttpStatusCode.Unauthorized, (await _tab.GetAsync("/tab", cookie)).Status);
    }

    [Fact]
    public async Task Pages_may_be_framed_by_teams_and_run_no_script_but_their_own()
    {
        var page = await (await _tab.AsAsync(Inspector)).GetAsync();

        var policy = page.Headers["Content-Security-Policy"];
        Assert.Contains("default-src 'none'; script-src 'self'; style-src 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'self' https://teams.microsoft.com", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=\"", page.Body, StringComparison.Ordinal);
        Assert.Equal("no-store", page.Headers["Cache-Control"]);
    }

    private string Spoilt(Action<TokenShape> change) => _tab.Issuer.SignPerson(Tenant, Inspector, change);

    // The claims of a good token with another person in them, under its own signature.
    private static string WithPerson(string token, string person)
    {
        var parts = token.Split('.');
        var claims = System.Text.Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(parts[1]));
        var forged = System.Text.Encoding.UTF8.GetBytes(claims.Replace(Guest, person, StringComparison.Ordinal));
        return $"{parts[0]}.{System.Buffers.Text.Base64Url.EncodeToString(forged)}.{parts[2]}";
    }
}
