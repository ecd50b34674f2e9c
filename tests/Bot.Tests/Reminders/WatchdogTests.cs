using Bot.Reminders.Planning;

namespace Bot.Tests.Reminders;

public sealed class WatchdogTests : IAsyncLifetime
{
    private PlanningBench _bench = null!;

    public async Task InitializeAsync() => _bench = await PlanningBench.CreateAsync();

    public Task DisposeAsync() => _bench.DisposeAsync().AsTask();

    [Theory]
    [InlineData("04-04 08:59", false)]
    [InlineData("04-04 09:00", true)]
    [InlineData("04-08 12:00", false)]
    public async Task The_administrators_are_told_once_where_a_days_planning_is_missed(string now, bool missed)
    {
        await _bench.PlanAsync("2023-04-03");
        SetClock(now);
        Assert.Equal(missed, await LookAsync(started: "04-01 00:00"));
        Assert.Equal(missed, await LookAsync(started: "04-01 00:00"));
        Assert.Equal(
            missed ? ["contact:admin@example.org"] : [],
            (await _bench.DeliveriesAsync()).Where(d => d.Kind == DayPayload.WarningKind).Select(d => d.Recipient)
        );
    }

    [Fact]
    public async Task A_planned_day_is_not_missed()
    {
        await _bench.PlanAsync("2023-04-04");
        SetClock("04-04 12:00");
        Assert.False(await LookAsync(started: "04-01 00:00"));
    }

    [Fact]
    public async Task A_start_after_the_hour_has_an_hour_to_make_it_up()
    {
        await _bench.PlanAsync("2023-04-03");
        SetClock("04-04 12:00");
        Assert.False(await LookAsync(started: "04-04 11:30"));
        Assert.True(await LookAsync(started: "04-04 11:00"));
    }

    [Fact]
    public async Task The_first_start_of_all_has_nothing_to_make_up()
    {
        SetClock("04-04 12:00");
        Assert.False(await LookAsync(started: "04-04 10:00"));
    }

    [Fact]
    public async Task While_it_runs_it_finds_the_missed_day_by_itself()
    {
        await _bench.PlanAsync("2023-04-03");
        SetClock("04-04 07:00");
        await _bench.Watchdog.StartAsync(CancellationToken.None);
        await Delivery.DeliveryBench.UntilAsync(
            async () =>
            {
                _bench.Store.Clock.Advance(TimeSpan.FromMinutes(10));
                return (await _bench.DeliveriesAsync()).Any(static d =>
                    d is { Kind: DayPayload.WarningKind, Recipient: "contact:admin@example.org" }
                );
            },
            "the administrator is told"
        );
        await _bench.Watchdog.StopAsync(CancellationToken.None);
    }

    private void SetClock(string cityTime) => _bench.Store.Clock.SetUtcNow(At(cityTime));

    private Task<bool> LookAsync(string started) => _bench.Watchdog.LookAsync(At(started), CancellationToken.None);

    private static DateTimeOffset At(string cityTime) => DateTimeOffset.ParseExact($"2023-{cityTime} +07:00", "yyyy-MM-dd HH:mm zzz", null);
}
