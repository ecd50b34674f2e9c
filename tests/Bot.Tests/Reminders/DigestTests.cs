using Bot.Indicators.Obligations;
using Bot.Reminders.Planning;
using Bot.Store.Notices;

namespace Bot.Tests.Reminders;

public sealed class DigestTests : IAsyncLifetime
{
    private PlanningBench _bench = null!;

    public async Task InitializeAsync() => _bench = await PlanningBench.CreateAsync();

    public Task DisposeAsync() => _bench.DisposeAsync().AsTask();

    [Fact]
    public async Task It_counts_by_unit_what_its_lists_show()
    {
        await _bench.Store.ImportAsync(
            "obligations.csv",
            """
            org_unit,type,period,deadline,status,document_number,issued_on
            SYT,payroll-plan,2023,,missing,,
            SGTVT,reform-plan,2023,2023-04-05,,,
            SGTVT,training-plan,2023,,issued,7/KH-SGTVT,2023-03-01
            """
        );
        var digest = await _bench.Digest.SummaryAsync(PlanningBench.Day("2023-04-03"), CancellationToken.None);
        Assert.Equal(["SYT|payroll-plan|2023"], digest.Missing.Select(c => c.Key.ToString()));
        Assert.Equal(["SYT|digital-transformation-plan|2023"], digest.Overdue.Select(c => c.Key.ToString()));
        Assert.Equal(["SGTVT|reform-plan|2023"], digest.DueSoon.Select(c => c.Key.ToString()));
        Assert.Equal(
            ["SYT 1 1 0 1", "SGTVT 0 0 1 1"],
            digest.Units.Select(u => $"{u.Unit} {u.Missing} {u.Overdue} {u.DueSoon} {u.Issued}")
        );
    }

    [Fact]
    public async Task What_waits_for_an_inspector_is_listed()
    {
        await _bench.HappensAsync("SYT|digital-transformation-plan|2023", "2023-04-03", ObligationStep.Marked, "official.syt@example.org");
        var digest = await _bench.Digest.SummaryAsync(PlanningBench.Day("2023-04-03"), CancellationToken.None);
        Assert.Equal(["SYT|digital-transformation-plan|2023"], digest.Waiting.Select(c => c.Key.ToString()));
    }

    [Fact]
    public async Task The_preview_holds_reminders_and_digests_of_the_days_on_which_something_goes_out()
    {
        await _bench.Wishes.SetAsync(
            new NoticePreference("official.syt@example.org", true, PlanningBench.Day("2023-04-10")),
            CancellationToken.None
        );
        var days = await _bench.Preview.DaysAsync(PlanningBench.Day("2023-04-03"), 10, CancellationToken.None);
        Assert.Equal(
            [
                "2023-04-03: official.syt@example.org (paused until 2023-04-10), inspector@example.org, digests 1",
                "2023-04-05: official.syt@example.org (paused until 2023-04-10), inspector@example.org, digests 0",
                "2023-04-10: digests 1",
                "2023-04-12: official.syt@example.org, inspector@example.org, digests 0",
            ],
            days.Select(d =>
                $"{d.Day:yyyy-MM-dd}: "
                + string.Concat(d.Cards.Select(c => c.Recipient!.Upn + (c.SuppressedBecause is { } why ? $" ({why}), " : ", ")))
                + $"digests {d.Digests}"
            )
        );
        Assert.Empty(await _bench.DeliveriesAsync());
    }

    [Theory]
    [InlineData("2023-04-03", "2023-04-03")]
    [InlineData("2023-04-01,2023-04-04,2023-04-05", "2023-04-04")]
    [InlineData("2023-05-01,2023-05-02,2023-05-03,2023-05-04,2023-05-05", "2023-05-04")]
    public async Task It_goes_out_once_a_week_on_the_first_working_day_that_is_planned(string planned, string on)
    {
        foreach (var day in planned.Split(','))
        {
            await _bench.Digest.PlanAsync(PlanningBench.Day(day), CancellationToken.None);
            await _bench.Digest.PlanAsync(PlanningBench.Day(day), CancellationToken.None);
        }

        var delivery = Assert.Single(await _bench.DeliveriesAsync());
        Assert.Equal((DayPayload.DigestKind, PlanningBench.Inspector), (delivery.Kind, delivery.Recipient));
        Assert.Equal(PlanningBench.Day(on).AddDays(-(int)PlanningBench.Day(on).DayOfWeek + 1), delivery.Occurrence);
    }
}
