using Bot.Indicators.Obligations;
using Bot.Reminders.Actions;
using Microsoft.EntityFrameworkCore;

namespace Bot.Tests.Reminders.Actions;

public sealed class ClickTests
{
    [Theory]
    [InlineData(ObligationAction.MarkIssued, "official", "open", "", "Số, ký hiệu văn bản")]
    [InlineData(ObligationAction.MarkIssued, "official", "open", "documentNumber=&issuedOn=", "Chưa gửi được. Đề nghị sửa 2 mục dưới đây.")]
    [InlineData(ObligationAction.MarkIssued, "official", "open", "documentNumber=abc&issuedOn=2023-04-01", "Kiểm tra lại số, ký hiệu")]
    [InlineData(ObligationAction.MarkIssued, "official", "open", "documentNumber=35&issuedOn=2023-04-04", "không sau hôm nay, 03/04/2023")]
    [InlineData(ObligationAction.MarkIssued, "official", "open", "documentNumber=35&issuedOn=2021-12-31", "từ 01/01/2022 trở đi")]
    [InlineData(ObligationAction.MarkIssued, "official", "open", "documentNumber=35&issuedOn=hôm qua", "Chọn ngày ban hành.")]
    [InlineData(ObligationAction.MarkIssued, "official", "open", "documentNumber=35&issuedOn=2023-04-01&link=ftp://a", "http://")]
    [InlineData(
        ObligationAction.MarkIssued,
        "official",
        "open",
        "documentNumber=35&issuedOn=2023-04-01&link=javascript:alert(1)",
        "http://"
    )]
    [InlineData(ObligationAction.Return, "inspector", "marked", "reason= ", "Nhập lý do.")]
    [InlineData(ObligationAction.RequestExtension, "official", "open", "until=2023-04-03&reason=a", "Chọn ngày sau hôm nay")]
    [InlineData(ObligationAction.RequestExtension, "official", "open", "until=2025-01-01&reason=a", "Chọn ngày không sau 03/04/2024")]
    [InlineData(ObligationAction.RequestExtension, "official", "open", "until=2023-05-01&reason=", "Nhập lý do.")]
    [InlineData(ObligationAction.GrantExtension, "inspector", "asked", "", "Lý do")]
    [InlineData(ObligationAction.RefuseExtension, "inspector", "asked", "reason=", "Nhập lý do.")]
    public async Task What_is_missing_or_wrong_is_asked_for_and_nothing_is_changed(
        ObligationAction action,
        string who,
        string state,
        string inputs,
        string words
    )
    {
        await using var store = await ClickStore.CreateAsync();
        await store.BringToAsync(state);
        var before = (await store.NowAsync()).Version;

        var answer = await store.ClickAsync(who, action, inputs);

        Assert.Equal(ClickEnd.Asked, answer.End);
        Assert.Contains(words, ClickStore.Said(answer));
        Assert.Equal(before, (await store.NowAsync()).Version);
    }

    [Fact]
    public async Task What_was_typed_is_kept_in_the_form()
    {
        await using var store = await ClickStore.CreateAsync();

        var answer = await store.ClickAsync("official", ObligationAction.MarkIssued, "documentNumber=35/KH-SYT&issuedOn=2023-12-01");

        Assert.Contains("\"value\":\"35/KH-SYT\"", ClickStore.Said(answer));
        Assert.Contains("\"value\":\"2023-12-01\"", ClickStore.Said(answer));
    }

    [Theory]
    [InlineData("35/KH-SYT")]
    [InlineData("07/2023/QĐ-UBND")]
    [InlineData("02-NQ/TU")]
    [InlineData("1494/SNV-CCHC")]
    [InlineData("KH 35")]
    public async Task A_number_is_stored_as_written(string number)
    {
        await using var store = await ClickStore.CreateAsync();

        await store.ClickAsync("official", ObligationAction.MarkIssued, $"documentNumber= {number} &issuedOn=1/4/2023");

        Assert.Equal(
            (number, new DateOnly(2023, 4, 1)),
            ((await store.NowAsync()).Marked!.DocumentNumber, (await store.NowAsync()).Marked!.IssuedOn)
        );
    }

    [Fact]
    public async Task A_snooze_ends_by_the_deadline()
    {
        await using var store = await ClickStore.CreateAsync();
        await store.BringToAsync("asked");
        await store.ClickAsync("inspector", ObligationAction.GrantExtension, "until=2023-04-28");

        var late = await store.ClickAsync("official", ObligationAction.Snooze, "until=2023-04-29");
        var past = await store.ClickAsync("official", ObligationAction.Snooze, "until=2023-04-02");
        var good = await store.ClickAsync("official", ObligationAction.Snooze, "until=2023-04-20");

        Assert.Contains("Chọn ngày không sau 28/04/2023", ClickStore.Said(late));
        Assert.Contains("Chọn ngày sau hôm nay", ClickStore.Said(past));
        Assert.Equal(ClickEnd.Done, good.End);
        Assert.Equal(new DateOnly(2023, 4, 20), (await store.NowAsync()).Snooze!.Until);
    }

    [Fact]
    public async Task Marking_asks_the_inspectors_and_returning_tells_the_unit()
    {
        await using var store = await ClickStore.CreateAsync();

        await store.BringToAsync("returned");

        Assert.Equal(["request>contact:inspector@example.org", "request>contact:official.syt@example.org"], await store.NoticesAsync());
        Assert.Equal("thiếu chữ ký", (await store.NowAsync()).Returned!.Reason);
    }

    [Fact]
    public async Task Each_reminder_is_acknowledged_by_itself()
    {
        await using var store = await ClickStore.CreateAsync();
        await store.DeliverAsync("contact:official.syt@example.org", "first");
        Assert.Contains("Đã tiếp nhận", ClickStore.Said(await store.OpenAsync("official", Plan())));

        await store.ClickAsync("official", ObligationAction.Acknowledge);
        Assert.DoesNotContain("obligation/acknowledge", ClickStore.Said(await store.OpenAsync("official", Plan())));
        await store.DeliverAsync("contact:official.syt@example.org", "second");
        Assert.Contains("obligation/acknowledge", ClickStore.Said(await store.OpenAsync("official", Plan())));
        await store.ClickAsync("official", ObligationAction.Acknowledge);

        await using var db = store.Open();
        var became = await db.Deliveries.AsNoTracking().Where(d => d.Kind == "reminder").Select(d => d.State).ToListAsync();
        Assert.Equal([DeliveryState.Acknowledged, DeliveryState.Acknowledged], became);
        Assert.DoesNotContain("obligation/acknowledge", ClickStore.Said(await store.OpenAsync("official", Plan())));

        static System.Text.Json.Nodes.JsonObject Plan() => new() { ["obligation"] = ClickStore.Plan.ToString() };
    }

    [Fact]
    public async Task A_card_whose_moment_is_still_to_come_is_looked_after_too()
    {
        await using var store = await ClickStore.CreateAsync();
        // It may fall due, and be composed elsewhere, before the click is on record.
        var card = await store.PlanAsync(
            "contact:inspector@example.org",
            [ClickStore.Plan],
            new DateTimeOffset(2023, 4, 3, 2, 0, 1, TimeSpan.Zero)
        );

        await store.ClickAsync("official", ObligationAction.Acknowledge);

        await using var db = store.Open();
        Assert.Equal(card, (await db.Outbox.AsNoTracking().SingleAsync(m => m.Updates != null)).Updates);
    }

    [Fact]
    public async Task Who_has_paused_is_asked_only_where_nobody_else_is_there()
    {
        await using var store = await ClickStore.CreateAsync();
        await store.PauseAsync("inspector");
        await store.BringToAsync("marked");
        Assert.Equal(["request>contact:inspector@example.org"], await store.NoticesAsync());

        await using var other = await ClickStore.CreateAsync();
        await other.PauseAsync("inspector");
        await other.ImportContactAsync("second.inspector@example.org,,Thành viên thứ hai,inspector,,vi");
        await other.BringToAsync("marked");
        Assert.Equal(["request>contact:second.inspector@example.org"], await other.NoticesAsync());
    }

    [Fact]
    public async Task A_confirmed_plan_is_issued_under_its_number()
    {
        await using var store = await ClickStore.CreateAsync();

        await store.BringToAsync("done");

        var now = await store.NowAsync();
        Assert.Equal(
            (ObligationState.IssuedLate, "35/KH-SYT", new DateOnly(2023, 3, 31)),
            (now.Obligation.State, now.Obligation.DocumentNumber, now.Obligation.IssuedOn)
        );
        Assert.Null(now.Obligation.Provenance.Source);
    }

    [Fact]
    public async Task Of_two_inspectors_at_once_one_wins_and_the_other_sees_the_present_card()
    {
        await using var store = await ClickStore.CreateAsync();
        await store.BringToAsync("marked");
        var version = (await store.NowAsync()).Version;

        var answers = await Task.WhenAll(
            store.ClickAsync("inspector", ObligationAction.Confirm, version: version),
            store.ClickAsync("inspector", ObligationAction.Return, "reason=thiếu chữ ký", version)
        );

        Assert.Equal([ClickEnd.Done, ClickEnd.Outdated], answers.Select(a => a.End).Order());
        Assert.Equal(version + 1, (await store.NowAsync()).Version);
    }

    [Fact]
    public async Task A_second_acknowledgement_of_the_same_person_is_no_event()
    {
        await using var store = await ClickStore.CreateAsync();
        await store.ClickAsync("official", ObligationAction.Acknowledge);

        await store.ClickAsync("official", ObligationAction.Acknowledge);
        await store.ClickAsync("inspector", ObligationAction.Acknowledge);

        Assert.Equal(2, (await store.NowAsync()).Version);
    }

    [Fact]
    public async Task What_the_catalogue_does_not_know_is_answered_politely()
    {
        await using var store = await ClickStore.CreateAsync();

        var answer = await store.Clicked.RunAsync(
            new()
            {
                Action = ObligationAction.Confirm,
                Obligation = "SYT|no-such-plan|2023",
                Inputs = new Dictionary<string, string>(),
            },
            store.People["inspector"],
            store.Context,
            CancellationToken.None
        );

        Assert.Equal(ClickEnd.OfNoCard, answer.End);
        Assert.NotNull(answer.Message.Text);
    }
}
