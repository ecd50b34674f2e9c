using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bot.Wire.Tests.Reminders;
using static Bot.Testing.SampleCity;
using static Bot.Wire.Tests.Reminders.SentCards;
using static Bot.Wire.Tests.Reminders.TeamsBot;

namespace Bot.Wire.Tests.Teams;

/// <summary>What a person sees when we broke something, and what the log says of a turn.</summary>
public sealed partial class FaultTests : IAsyncLifetime
{
    private const string Question = "Tỷ lệ dịch vụ công trực tuyến toàn trình của Sở Y tế là bao nhiêu?";

    private TeamsBot _teams = null!;

    public async Task InitializeAsync() => _teams = await StartAsync();

    public Task DisposeAsync() => _teams.DisposeAsync().AsTask();

    [Fact]
    public async Task A_fault_of_ours_is_a_friendly_card_with_the_reference_that_the_log_has()
    {
        await _teams.SayAsync(Official, "a:1", "xin chào");
        await StoreLook.LoseFiguresAsync(_teams.StoreFile);

        var said = Text(await _teams.SayAsync(Official, "a:1", Question));

        Assert.Contains("lỗi của hệ thống", said, StringComparison.Ordinal);
        var reference = Reference().Match(said).Groups[1].Value;
        Assert.NotEmpty(reference);
        Assert.Contains(reference, _teams.Printed, StringComparison.Ordinal);
        Assert.DoesNotContain("SQLite", said, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData(
        "adaptiveCard/action",
        """{"action":{"type":"Action.Execute","verb":"query/run","data":{"query":"value(indicator=full-online-offered;units=SYT)"}}}"""
    )]
    [InlineData("composeExtension/selectItem", """{"query":"value(indicator=full-online-offered;units=SYT)"}""")]
    public async Task An_invoke_says_so_in_a_line_and_is_no_500(string name, string value)
    {
        await _teams.SayAsync(Official, "a:1", "xin chào");
        await StoreLook.LoseFiguresAsync(_teams.StoreFile);

        var (status, body) = await _teams.TryPostAsync(_teams.Invoke(Official, name, JsonNode.Parse(value)));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Matches(Reference(), Readable(JsonNode.Parse(body)!));
    }

    [Fact]
    public async Task Nothing_secret_stands_in_the_log_of_a_turn()
    {
        var teams = await StartAsync(("Logging__LogLevel__Default", "Trace"), ("Logging__LogLevel__Microsoft", "Debug"));
        await using var _ = teams;
        await teams.SayAsync(Official, "a:1", "mật khẩu của tôi là hoa-sen-2023 " + Question);
        var token = teams.Token;

        Assert.Contains("Turn message", teams.Printed, StringComparison.Ordinal);
        foreach (var secret in (string[])["local-only", "bot-token-", "hoa-sen-2023", token, token.Split('.')[2], "toàn trình của Sở Y tế"])
        {
            Assert.DoesNotContain(secret, teams.Printed, StringComparison.Ordinal);
        }
    }

    [GeneratedRegex("Mã tham chiếu: ([0-9A-F]{4}-[0-9A-F]{4})")]
    private static partial Regex Reference();
}
