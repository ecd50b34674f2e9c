using System.Net;
using Bot.Testing;
using Microsoft.Extensions.Options;

namespace Bot.Tests.Activities;

public sealed class ActivitiesOptionsTests
{
    [Theory]
    [InlineData("MicrosoftAppType", "MicrosoftAppType=Sometimes")]
    [InlineData("MicrosoftAppType", "MicrosoftAppType=7")]
    [InlineData("MicrosoftAppPassword", "MicrosoftAppId=a")]
    [InlineData("MicrosoftAppId", "MicrosoftAppPassword=p")]
    [InlineData("MicrosoftAppTenantId", "MicrosoftAppId=a MicrosoftAppPassword=p MicrosoftAppType=SingleTenant")]
    [InlineData("MicrosoftAppTenantId", "MicrosoftAppId=a MicrosoftAppType=UserAssignedMSI")]
    [InlineData("MicrosoftAppPassword", "MicrosoftAppId=a MicrosoftAppType=UserAssignedMSI MicrosoftAppTenantId=t MicrosoftAppPassword=p")]
    [InlineData("BotAuthentication:OpenIdMetadata", "BotAuthentication:OpenIdMetadata=http://example.org/")]
    [InlineData("BotAuthentication:TokenEndpoint", "BotAuthentication:TokenEndpoint=nonsense")]
    [InlineData("BotAuthentication:Issuer", "BotAuthentication:Issuer=")]
    [InlineData("BotAuthentication:CertificatePath", "MicrosoftAppId=a BotAuthentication:CertificatePath=/no/such.pfx")]
    [InlineData("Connector:Budget", "Connector:Budget=00:00:00")]
    public async Task A_setting_that_cannot_work_stops_the_start_and_is_named(string key, string settings)
    {
        var e = await Assert.ThrowsAsync<OptionsValidationException>(async () => await ActivitiesHost.StartAsync(Settings(settings)));
        Assert.Contains(key, e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("MicrosoftAppId=a MicrosoftAppPassword=p")]
    [InlineData("MicrosoftAppId=a MicrosoftAppType=userassignedmsi MicrosoftAppTenantId=t")]
    public async Task Settings_that_can_work_let_the_bot_start(string settings)
    {
        await using var host = await ActivitiesHost.StartAsync(Settings(settings));
        Assert.True(host.Url.IsLoopback);
    }

    [Theory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://+:0")]
    [InlineData("http://*:0")]
    [InlineData("http://[::]:0")]
    [InlineData("http://127.0.0.1:0;http://0.0.0.0:0")]
    public async Task Without_an_app_id_the_bot_listens_on_loopback_only(string urls)
    {
        var e = await Assert.ThrowsAsync<InvalidOperationException>(async () => await ActivitiesHost.StartAsync(urls: urls));
        Assert.Contains("MicrosoftAppId", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:0")]
    [InlineData("http://[::1]:0")]
    public async Task Without_an_app_id_this_machine_may_talk_to_it(string urls)
    {
        await using var host = await ActivitiesHost.StartAsync(urls: urls);
        Assert.Equal(
            HttpStatusCode.OK,
            (await host.PostAsync(Captures.Changed("playground-personal-message", static _ => { }))).StatusCode
        );
    }

    [Fact]
    public async Task With_an_app_id_it_may_listen_anywhere()
    {
        await using var host = await ActivitiesHost.StartAsync(
            Settings("MicrosoftAppId=a MicrosoftAppPassword=p"),
            urls: "http://0.0.0.0:0"
        );
        Assert.NotEqual(0, host.Url.Port);
    }

    private static Dictionary<string, string?> Settings(string settings) =>
        settings
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(static setting => setting.Split('=', 2))
            .ToDictionary(static parts => parts[0], static parts => (string?)parts[1]);
}
