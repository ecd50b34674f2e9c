using System.Text.Json.Nodes;

namespace Bot.Wire.Tests.Reminders;

/// <summary>From the reminder to the confirmed plan over HTTP: the inspector asks, the official reports, the inspector confirms, both cards show it.</summary>
public sealed class IssuedTests : IAsyncLifetime
{
    private Office _office = null!;

    public async Task InitializeAsync() => _office = await Office.OpenAsync();

    public Task DisposeAsync() => _office.DisposeAsync().AsTask();

    [Fact]
    public async Task A_reminder_ends_with_the_number_that_an_inspector_confirmed()
    {
        await _office.SayAsync(Office.Official, "a:official", "xin chào");
        await _office.Channel.WaitForAsync("a:official", 1);
        await _office.SayAsync(Office.Inspector, "a:inspector", "nhắc Sở Y tế nộp kế hoạch CĐS");
        var asked = Assert.Single(await _office.Channel.WaitForAsync("a:inspector", 1));

        await _office.ClickAsync(Office.Inspector, "a:inspector", Office.Action(asked.Body, "obligation/remind"));
        var reminder = (await _office.Channel.WaitForAsync("a:official", 2))[1];
        var form = await _office.ClickAsync(Office.Official, "a:official", Office.Action(reminder.Body, "obligation/markIssued"));
        Assert.Contains("documentNumber", form, StringComparison.Ordinal);

        var waiting = await _office.ClickAsync(
            Office.Official,
            "a:official",
            Office.Action(reminder.Body, "obligation/markIssued"),
            new JsonObject { ["documentNumber"] = "35/KH-SYT", ["issuedOn"] = "2023-03-31" }
        );
        Assert.Contains("chờ Đoàn kiểm tra xác nhận", waiting, StringComparison.Ordinal);
        var request = (await _office.Channel.WaitForAsync("a:inspector", 2))[1];

        var done = await _office.ClickAsync(Office.Inspector, "a:inspector", Office.Action(request.Body, "obligation/confirm"));
        Assert.Contains("35/KH-SYT", done, StringComparison.Ordinal);
        await UntilUpdatedAsync("a:official", "Hệ thống không nhắc nữa");
        await UntilUpdatedAsync("a:inspector", "Hệ thống không nhắc nữa");

        var late = await _office.ClickAsync(
            Office.Inspector,
            "a:inspector",
            Office.Action(request.Body, "obligation/return"),
            new JsonObject { ["reason"] = "muộn" }
        );
        Assert.Contains("dưới đây là trạng thái hiện nay", late, StringComparison.Ordinal);
        await _office.SayAsync(Office.Inspector, "a:inspector", "nhắc Sở Y tế nộp kế hoạch CĐS");
        var again = (await _office.Channel.WaitForAsync("a:inspector", 3))[2];
        Assert.Contains("Không có kế hoạch", again.Body.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(2, (await _office.Channel.WaitForAsync("a:official", 2)).Count);
    }

    [Fact]
    public async Task Whoever_is_no_official_of_the_unit_changes_nothing_by_a_click()
    {
        await _office.SayAsync(Office.Inspector, "a:inspector", "Sở Y tế đã ban hành KH CĐS số 35/KH-SYT ngày 31/3/2023");
        var proposed = Assert.Single(await _office.Channel.WaitForAsync("a:inspector", 1));
        var click = Office.Action(proposed.Body, "obligation/markIssued");

        var denied = await _office.ClickAsync("00000000-0000-0000-0000-000000000002", "a:foreign", click);
        var guest = await _office.ClickAsync("ffffffff-0000-0000-0000-000000000000", "a:guest", click);
        var taken = await _office.ClickAsync(Office.Inspector, "a:inspector", click);

        Assert.Contains("Thao tác này dành cho", denied, StringComparison.Ordinal);
        Assert.Contains("Thao tác này dành cho", guest, StringComparison.Ordinal);
        Assert.Contains("số 35/KH-SYT ngày 31/03/2023", taken, StringComparison.Ordinal);
    }

    private async Task UntilUpdatedAsync(string conversation, string words)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (
            !_office.Channel.Calls.Any(c =>
                c.Kind == "update" && c.ConversationId == conversation && Office.Text(c.Body).Contains(words, StringComparison.Ordinal)
            )
        )
        {
            await Task.Delay(20, patience.Token);
        }
    }
}
