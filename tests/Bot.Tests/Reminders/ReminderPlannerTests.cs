using System.Globalization;
using Bot.Indicators.Obligations;
using Bot.Reminders.Planning;
using Bot.Store;
using Bot.Store.Notices;
using Microsoft.EntityFrameworkCore;

namespace Bot.Tests.Reminders;

public sealed class ReminderPlannerTests : IAsyncLifetime
{
    private const string Plan = "SYT|digital-transformation-plan|2023";
    private const string Header = "org_unit,type,period,deadline,status,document_number,issued_on,source,note\n";

    private PlanningBench _bench = null!;

    public async Task InitializeAsync() => _bench = await PlanningBench.CreateAsync();

    public Task DisposeAsync() => _bench.DisposeAsync().AsTask();

    [Fact]
    public async Task The_missing_plan_is_reminded_to_its_unit_and_to_the_inspection_team_and_nothing_else()
    {
        var plan = await _bench.PlanAsync("2023-04-03");
        Assert.Equal(
            [$"{PlanningBench.Inspector} {Plan} still-overdue", $"{PlanningBench.Official} {Plan} still-overdue"],
            PlanningBench.Lines(plan)
        );
        var item = Assert.Single(ReminderPayload.Parse(plan.Notices[0].Payload).Items);
        // Due on 28 February: the 21st working day after it was 29 March, three working days ago.
        Assert.Equal(new ReminderItem(Plan, "still-overdue", "overdue", "default", 3), item);
    }

    [Fact]
    public async Task A_second_planning_of_the_day_intends_nothing()
    {
        await _bench.PlanAsync("2023-04-03");
        var again = await _bench.PlanAsync("2023-04-03");
        Assert.Empty(again.Notices);
        Assert.Empty(again.Held);
        Assert.Equal(2, (await _bench.DeliveriesAsync()).Count);
    }

    [Fact]
    public async Task A_preview_writes_nothing()
    {
        await foreach (var plan in _bench.Planner.PreviewAsync(PlanningBench.Day("2023-04-03"), 1, default))
        {
            Assert.Equal(2, plan.Notices.Count);
        }

        Assert.Empty(await _bench.DeliveriesAsync());
        Assert.Null(await _bench.Ledger.FirstRunAsync(CancellationToken.None));
    }

    [Fact]
    public async Task The_next_reminder_comes_on_the_ladders_next_day_and_none_between()
    {
        await _bench.PlanAsync("2023-04-03");
        Assert.Empty((await _bench.PlanAsync("2023-04-04")).Notices);
        Assert.Equal(2, (await _bench.PlanAsync("2023-04-05")).Notices.Count);
        Assert.Empty((await _bench.PlanAsync("2023-04-11")).Notices);
        Assert.Equal(2, (await _bench.PlanAsync("2023-04-12")).Notices.Count);
    }

    [Theory]
    [InlineData("2023-04-08")]
    [InlineData("2023-05-02")]
    public async Task A_day_off_plans_nothing(string day)
    {
        var plan = await _bench.PlanAsync(day);
        Assert.False(plan.IsWorkingDay);
        Assert.Empty(await _bench.DeliveriesAsync());
        Assert.Null(await _bench.Ledger.FirstRunAsync(CancellationToken.None));
    }

    // Decisions about days off come late: the step of 5 April falls on the next day that is worked, and a Saturday may be one.
    [Fact]
    public async Task A_calendar_that_is_imported_counts_from_the_next_planning()
    {
        await _bench.PlanAsync("2023-04-03");
        await _bench.Store.ImportAsync(
            "holidays.csv",
            "date,name_vi,name_en,working_day\n2023-04-05,x,x,false\n2023-04-06,x,x,false\n2023-04-07,x,x,false\n2023-04-08,x,x,true\n"
        );

        Assert.False((await _bench.PlanAsync("2023-04-05")).IsWorkingDay);
        Assert.Equal(2, (await _bench.PlanAsync("2023-04-08")).Notices.Count);
    }

    // 18 April becomes a day off: the step that went out on the 5th would have fallen on the 4th.
    [Fact]
    public async Task Days_off_that_are_decided_late_send_no_step_again()
    {
        await _bench.Store.ImportAsync("obligations.csv", Header + "SYT,reform-plan,2024,2023-04-19,,,,,\n");
        Assert.Contains(
            $"{PlanningBench.Official} SYT|reform-plan|2024 before-10",
            PlanningBench.Lines(await _bench.PlanAsync("2023-04-05"))
        );
        await _bench.Store.ImportAsync("holidays.csv", "date,name_vi,name_en,working_day\n2023-04-18,x,x,false\n");
        Assert.Empty((await _bench.PlanAsync("2023-04-06")).Notices);
        // Counted anew: the third working day before the 19th is now the 13th.
        Assert.Contains(
            $"{PlanningBench.Official} SYT|reform-plan|2024 before-3",
            PlanningBench.Lines(await _bench.PlanAsync("2023-04-13"))
        );
    }

    [Fact]
    public async Task What_went_out_under_the_keys_of_an_older_version_does_not_go_out_again()
    {
        await _bench.Store.ImportAsync("obligations.csv", Header + "SYT,reform-plan,2024,2023-04-19,,,,,\n");
        await _bench.PlanAsync("2023-04-05");
        var sent = await _bench.DeliveriesAsync();
        await using (var db = _bench.Get<IDbContextFactory<BotContext>>().CreateDbContext())
        {
            foreach (var row in await db.Deliveries.ToListAsync())
            {
                row.Key = $"{row.Obligation}|{row.Step}|{row.Occurrence:yyyy-MM-dd}|{row.Recipient}";
            }

            await db.SaveChangesAsync();
        }

        Assert.Empty((await _bench.PlanAsync("2023-04-05")).Notices);
        Assert.Empty((await _bench.PlanAsync("2023-04-06")).Notices);
        Assert.Equal(sent.Count, (await _bench.DeliveriesAsync()).Count);
    }

    [Theory]
    [InlineData("2023-04-04T06:30", "2023-04-04T08:00")]
    [InlineData("2023-04-03T09:15", "2023-04-03T09:15")]
    [InlineData("2023-04-03T17:00", "2023-04-04T08:00")]
    [InlineData("2023-04-28T18:00", "2023-05-04T08:00")]
    public async Task By_itself_it_goes_out_within_the_hours_of_a_working_day(string planned, string due)
    {
        _bench.Store.Clock.SetUtcNow(Local(planned));
        var plan = await _bench.Planner.PlanAsync(DateOnly.FromDateTime(Local(planned).DateTime), atOnce: false, CancellationToken.None);
        Assert.NotEmpty(plan.Notices);
        Assert.All(plan.Notices, notice => Assert.Equal(Local(due), notice.DueAt));

        static DateTimeOffset Local(string at) => new(DateTime.Parse(at, CultureInfo.InvariantCulture), TimeSpan.FromHours(7));
    }

    // Sixty working days ahead: that far ladders look.
    [Theory]
    [InlineData("2026-06-01", "")]
    [InlineData("2026-11-02", "2027")]
    public async Task A_calendar_that_lacks_days_off_is_said(string day, string years) =>
        Assert.Equal(years, string.Join(' ', (await _bench.PlanAsync(day)).IncompleteYears));

    [Fact]
    public async Task Nothing_is_reminded_once_the_work_is_recorded()
    {
        await _bench.PlanAsync("2023-04-03");
        await _bench.HappensAsync(Plan, "2023-04-04", ObligationStep.Marked, "official.syt@example.org");
        await _bench.HappensAsync(Plan, "2023-04-04", ObligationStep.Confirmed, "inspector@example.org");
        foreach (var day in new[] { "2023-04-05", "2023-04-12", "2023-04-19" })
        {
            Assert.Empty((await _bench.PlanAsync(day)).Notices);
        }
    }

    [Fact]
    public async Task What_waits_for_an_inspector_is_reminded_to_inspectors_alone()
    {
        await _bench.HappensAsync(Plan, "2023-04-03", ObligationStep.Marked, "official.syt@example.org");
        Assert.Equal([$"{PlanningBench.Inspector} {Plan} still-overdue"], PlanningBench.Lines(await _bench.PlanAsync("2023-04-03")));
    }

    [Fact]
    public async Task Who_paused_or_wishes_none_is_accounted_for_and_not_written_to()
    {
        await _bench.Wishes.SetAsync(new NoticePreference("official.syt@example.org", true, new DateOnly(2023, 4, 10)), default);
        await _bench.Wishes.SetAsync(new NoticePreference("inspector@example.org", false, null), default);
        await _bench.PlanAsync("2023-04-03");
        Assert.Equal(
            [("wishes no notices", DeliveryState.Suppressed, null), ("paused until 2023-04-10", DeliveryState.Suppressed, (long?)null)],
            (await _bench.DeliveriesAsync()).OrderBy(d => d.Recipient).Select(d => (d.Reason, d.State, d.OutboxId))
        );
        await _bench.Wishes.SetAsync(new NoticePreference("inspector@example.org", true, null), default);
        Assert.Equal(
            [null, "paused until 2023-04-10"],
            (await _bench.PlanAsync("2023-04-05")).Notices.OrderBy(n => n.Recipient).Select(n => n.SuppressedBecause)
        );
    }

    [Fact]
    public async Task A_unit_without_contact_is_told_to_the_inspection_team()
    {
        await _bench.Store.ImportAsync("obligations.csv", Header + "STC,reform-plan,2023,2023-04-06,,,,,\n");
        var plan = await _bench.PlanAsync("2023-04-03");
        var inspector = Assert.Single(plan.Notices, n => n.Recipient == PlanningBench.Inspector);
        Assert.Equal(
            ["noContact", "overdue"],
            ReminderPayload.Parse(inspector.Payload).Items.Select(i => i.Wording).Order(StringComparer.Ordinal)
        );
        Assert.DoesNotContain(plan.Notices, n => n.Intended.Any(i => i.Obligation == "STC|reform-plan|2023" && n != inspector));
    }

    [Fact]
    public async Task Reminders_before_a_day_off_count_back_from_the_last_working_day()
    {
        // Saturday, 8 April 2023: the day itself is reminded on Friday, overdue is told on Monday.
        await _bench.Store.ImportAsync("obligations.csv", Header + "SYT,reform-plan,2024,2023-04-08,,,,,\n");
        await _bench.PlanAsync("2023-04-05");
        Assert.Equal(
            [$"{PlanningBench.Official} SYT|reform-plan|2024 on-the-day"],
            PlanningBench.Lines(await _bench.PlanAsync("2023-04-07"))
        );
        Assert.All(
            PlanningBench.Lines(await _bench.PlanAsync("2023-04-10")),
            line => Assert.EndsWith("SYT|reform-plan|2024 overdue", line)
        );
    }

    [Fact]
    public async Task A_missing_document_without_a_known_deadline_is_overdue_from_the_day_it_opened()
    {
        await _bench.Store.ImportAsync("obligations.csv", Header + "SYT,payroll-plan,2023,,missing,,,,\n");
        Assert.Contains(
            $"{PlanningBench.Official} SYT|payroll-plan|2023 overdue",
            PlanningBench.Lines(await _bench.PlanAsync("2023-04-03"))
        );
        Assert.DoesNotContain(PlanningBench.Lines(await _bench.PlanAsync("2023-04-07")), line => line.Contains("payroll"));
        Assert.Contains(
            $"{PlanningBench.Official} SYT|payroll-plan|2023 still-overdue",
            PlanningBench.Lines(await _bench.PlanAsync("2023-04-10"))
        );
    }

    [Fact]
    public async Task Who_asked_for_later_is_reminded_on_that_day()
    {
        await _bench.Store.ImportAsync("obligations.csv", Header + "SYT,reform-plan,2024,2023-04-14,,,,,\n");
        await _bench.PlanAsync("2023-04-11");
        await _bench.HappensAsync(
            "SYT|reform-plan|2024",
            "2023-04-11",
            ObligationStep.Snoozed,
            "official.syt@example.org",
            until: "2023-04-13"
        );
        Assert.DoesNotContain(PlanningBench.Lines(await _bench.PlanAsync("2023-04-12")), line => line.Contains("reform-plan"));
        Assert.Equal(
            [$"{PlanningBench.Official} SYT|reform-plan|2024 before-3"],
            PlanningBench.Lines(await _bench.PlanAsync("2023-04-13"))
        );
        Assert.Equal(
            [$"{PlanningBench.Official} SYT|reform-plan|2024 on-the-day"],
            PlanningBench.Lines(await _bench.PlanAsync("2023-04-14"))
        );
    }

    [Fact]
    public async Task More_cards_than_the_policy_allows_wait_for_the_next_planning()
    {
        for (var card = 0; card < 4; card++)
        {
            await _bench.Store.ImportAsync($"obligations-{card}.csv", Header + $"SYT,reform-plan,{2030 + card},2023-04-06,,,,,\n");
            await _bench.PlanAsync("2023-04-03");
        }

        var held = await _bench.PlanAsync("2023-04-03");
        Assert.Equal([PlanningBench.Official], held.Held);
        Assert.Empty(held.Notices);
        var next = await _bench.PlanAsync("2023-04-04");
        Assert.Contains(
            "SYT|reform-plan|2033|2023-04-06|before-3|-3|" + PlanningBench.Official,
            next.Notices.SelectMany(n => n.Intended).Select(i => i.Key)
        );
    }

    [Fact]
    public async Task Several_who_plan_at_once_double_nothing()
    {
        _bench.Store.Clock.SetUtcNow(new DateTimeOffset(2023, 4, 3, 2, 0, 0, TimeSpan.Zero));
        var planners = Enumerable.Range(0, 4).Select(_ => _bench.NewPlanner());
        var plans = await Task.WhenAll(
            planners.Select(p => Task.Run(() => p.PlanAsync(PlanningBench.Day("2023-04-03"), atOnce: true, CancellationToken.None)))
        );
        Assert.Equal(2, plans.Sum(p => p.Notices.Count));
        Assert.Equal(2, (await _bench.DeliveriesAsync()).Count);
    }
}
