using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bot.Browser.Tests;

/// <summary>The stock Direct Line client where things do not go smoothly: nothing said is lost, and nothing comes twice.</summary>
public sealed class DirectLineClientTests(ChatBrowser browser) : IClassFixture<ChatBrowser>
{
    private const string Question = "Tỷ lệ dịch vụ công trực tuyến toàn trình của Sở Y tế là bao nhiêu?";
    private const string Next = "Hạn chế của Sở Y tế?";

    [SkippableFact]
    public async Task A_socket_that_is_cut_while_a_question_is_on_its_way_loses_no_answer_and_doubles_none()
    {
        await using var visit = await browser.VisitAsync();
        var sockets = new List<IWebSocketRoute>();
        await visit.Page.RouteWebSocketAsync(
            static address => address.Contains("/v3/directline/", StringComparison.Ordinal),
            socket =>
            {
                socket.ConnectToServer();
                sockets.Add(socket);
            }
        );
        await visit.GoAsync("/");
        await visit.AskAsync(Question);

        // The client's next question goes out when its socket is gone already, and is answered before it has another.
        await visit.Page.RouteAsync(
            static address => address.EndsWith("/activities", StringComparison.Ordinal),
            async route =>
            {
                await sockets[^1].CloseAsync();
                await route.ContinueAsync();
            },
            new() { Times = 1 }
        );
        await visit.SendBox.FillAsync(Next);
        await visit.SendBox.PressAsync("Enter");
        await visit.Cards.Nth(2).WaitForAsync(new() { Timeout = 40_000 });
        Assert.Equal(2, sockets.Count);

        Assert.Contains("80%", await visit.AskAsync(Question), StringComparison.Ordinal);
        // The welcome and three answers; each question stands there once.
        await Expect(visit.Cards).ToHaveCountAsync(4);
        await Expect(visit.Said(Question)).ToHaveCountAsync(2);
        await Expect(visit.Said(Next)).ToHaveCountAsync(1);
    }

    [SkippableFact]
    public async Task Without_a_socket_the_client_polls_and_its_token_is_renewed_in_time()
    {
        await using var visit = await browser.VisitAsync();
        var sockets = 0;
        visit.Page.WebSocket += (_, _) => sockets++;
        await visit.Page.RouteAsync(
            static address => address.Contains("/webchat/page.js", StringComparison.Ordinal),
            async route =>
            {
                var served = await route.FetchAsync();
                var script = await served.TextAsync();
                var polling = script.Replace("createDirectLine({", "createDirectLine({ webSocket: false,", StringComparison.Ordinal);
                Assert.NotEqual(script, polling);
                await route.FulfillAsync(new() { Response = served, Body = polling });
            }
        );
        await visit.Page.Clock.InstallAsync();
        await visit.GoAsync("/");
        Assert.Contains("80%", await visit.AskAsync(Question), StringComparison.Ordinal);

        var renewed = await visit.Page.RunAndWaitForResponseAsync(
            () => visit.Page.Clock.FastForwardAsync("16:00"),
            static answer => answer.Url.EndsWith("/tokens/refresh", StringComparison.Ordinal)
        );
        Assert.Equal(200, renewed.Status);

        await visit.AskAsync(Next);
        await Expect(visit.Cards).ToHaveCountAsync(3);
        Assert.Equal(0, sockets);
        Assert.Empty(visit.Complaints);
    }
}
