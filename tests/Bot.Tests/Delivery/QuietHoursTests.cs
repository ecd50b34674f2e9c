using System.Net;
using Bot.Delivery.Outgoing;
using Bot.Indicators.Obligations;
using Bot.Indicators.Periods;
using Bot.Reminders;
using Bot.Reminders.Policies;
using Bot.Store.Catalogues;
using Bot.Store.Notices;
using Bot.Store.Rows;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using static Bot.Tests.Delivery.NoticeBench;

namespace Bot.Tests.Delivery;

/// <summary>What was planned for the sending hours is never sent outside them, whatever kept it.</summary>
public sealed class QuietHoursTests
{
    private readonly MovedClock _clock = new();

    [Fact]
    public async Task What_the_channel_puts_off_into_the_night_goes_out_when_the_next_working_day_begins()
    {
        await using var bench = await BenchAsync();
        bench.Connector.Fault = static _ =>
            new()
            {
                Status = HttpStatusCode.TooManyRequests,
                Code = "429",
                RetryAfter = TimeSpan.FromHours(4),
                Retryable = true,
            };
        await PlanAsync(bench, Friday(16, 50), "reminder");
        await UntilAsync(bench, static row => row.LastError is not null);
        Assert.Equal(1, Row(bench, "n").Attempts);
        bench.Connector.Fault = static _ => null;

        _clock.Set(Friday(20, 51));
        await UntilAsync(bench, row => row.DueAt >= Monday(8, 0));

        Assert.Empty(bench.Connector.Posted);
        Assert.Equal(DeliveryState.Planned, Became(bench, "n").State);
        // Nobody tried in between: a fault on Monday is the first of that day, and not the end of a day's patience.
        var failed = false;
        bench.Connector.Fault = _ => failed ? null : ScriptedConnector.Down;
        bench.Connector.Before = _ => Task.FromResult(failed |= bench.Connector.Posted.Count == 0 && Row(bench, "n").Attempts > 3);
        _clock.Set(Monday(8, 0).AddSeconds(1));
        await UntilAsync(bench, static row => row.State != "Due");

        Assert.Equal((DeliveryState.Delivered, ""), Became(bench, "n"));
        Assert.Single(bench.Connector.Posted);
        Assert.InRange(Row(bench, "n").DueAt, Monday(8, 0), Monday(8, 1));
    }

    [Fact]
    public async Task What_a_process_finds_at_night_that_did_not_run_by_day_waits_for_the_morning()
    {
        await using var bench = await BenchAsync();
        _clock.Set(Friday(22, 0));

        await PlanAsync(bench, Friday(9, 0), "reminder");
        await UntilAsync(bench, row => row.DueAt >= Monday(8, 0));

        Assert.Empty(bench.Connector.Posted);
        Assert.Equal(DeliveryState.Planned, Became(bench, "n").State);
    }

    [Theory]
    [InlineData("reminder", 21)] // Somebody asked for it at that hour.
    [InlineData("request", 9)] // Somebody waits for the answer.
    public async Task What_somebody_asked_for_goes_out_at_any_hour(string kind, int due)
    {
        await using var bench = await BenchAsync(kind);
        _clock.Set(Friday(22, 0));

        await PlanAsync(bench, Friday(due, 0), kind);
        await UntilAsync(bench, static row => row.State != "Due");

        Assert.Equal((DeliveryState.Delivered, ""), Became(bench, "n"));
    }

    [Fact]
    public async Task A_channel_that_never_takes_it_is_given_up_after_a_day_of_trying_though_nights_lie_between()
    {
        await using var bench = await BenchAsync(start: Friday(9, 0));
        bench.Connector.Fault = static _ => ScriptedConnector.Down;
        await PlanAsync(bench, Friday(9, 0), "reminder");
        foreach (var morning in (DateTimeOffset[])[Friday(8, 0), Monday(8, 0), Monday(8, 0).AddDays(1)])
        {
            // In the morning, at the end of the day, and in the evening, which puts it off.
            foreach (var hour in (double[])[1.1, 8.9, 10])
            {
                _clock.Set(morning.AddHours(hour));
                // The one after the next began at this hour, whenever the next did.
                var attempts = Row(bench, "n").Attempts + 2;
                await UntilAsync(
                    bench,
                    row => row.State != "Due" || (hour < 9 ? row.Attempts >= attempts : row.DueAt > morning.AddHours(hour + 1))
                );
            }
        }

        Assert.Equal(DeliveryState.Failed, Became(bench, "n").State);
        await using var db = bench.Store.CreateDbContext();
        Assert.InRange(db.Deliveries.First().At, Monday(16, 53).AddDays(1), Monday(16, 55).AddDays(1));
    }

    // A clock only goes forward: what a process has waited for would be hours away for it.
    private async Task<DeliveryBench> BenchAsync(string kind = "reminder", DateTimeOffset? start = null)
    {
        _clock.Set(start ?? Friday(16, 50));
        return await NoticeBench.StartAsync(bench =>
        {
            bench.Clock = _clock;
            bench.Composer.Kind = kind;
            bench.Quiet = (notice, dueAgo) =>
                new QuietHours(
                    new ReminderPolicies(Options.Create(new RemindersOptions()), NullLogger<ReminderPolicies>.Instance),
                    bench.Part<CatalogueCache>(),
                    _clock
                ).Of(notice, dueAgo);
        });
    }

    private static async Task PlanAsync(DeliveryBench bench, DateTimeOffset due, string kind)
    {
        await using var db = bench.Store.CreateDbContext();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var day = CityDay.Of(due);
        await NoticeRows.AddAsync(
            db,
            [
                new()
                {
                    Key = "n",
                    Kind = kind,
                    Recipient = An,
                    Payload = "n",
                    DueAt = due,
                    Intended = [new("n/1", "o", "s", day), new("n/2", "o2", "s", day)],
                },
            ],
            TimeProvider.System.GetUtcNow(),
            default
        );
        await transaction.CommitAsync();
    }

    private static Task UntilAsync(DeliveryBench bench, Predicate<OutboxMessage> condition) =>
        DeliveryBench.UntilAsync(
            () =>
            {
                bench.Part<DispatchSignal>().Wake();
                return condition(Row(bench, "n"));
            },
            "the notice is so"
        );

    private static DateTimeOffset Friday(int hour, int minute) => On(DayOfWeek.Friday, hour, minute);

    private static DateTimeOffset Monday(int hour, int minute) => On(DayOfWeek.Monday, hour, minute);

    // The first Friday to come on which no public holiday is known, and the Monday after it.
    private static DateTimeOffset On(DayOfWeek day, int hour, int minute)
    {
        var today = CityDay.Of(TimeProvider.System.GetUtcNow());
        var friday = today.AddDays((((int)DayOfWeek.Friday - (int)today.DayOfWeek + 7) % 7) + 7);
        return CityDay.At(day == DayOfWeek.Friday ? friday : friday.AddDays(3), new(hour, minute));
    }
}

/// <summary>The real clock, moved: time goes on by itself.</summary>
internal sealed class MovedClock : TimeProvider
{
    private long _by;

    public void Set(DateTimeOffset now) => Interlocked.Exchange(ref _by, (now - System.GetUtcNow()).Ticks);

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Interlocked.Read(ref _by));

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => GetUtcNow().Ticks;
}
