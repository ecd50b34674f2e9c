using Bot.Indicators;
using Bot.Indicators.Catalogues;
using Bot.Indicators.Queries;
using Bot.Indicators.Readings;
using Bot.Models;
using Bot.Tests.Understanding;
using Bot.Understanding.Questions;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Bot.Tests.Models;

/// <summary>What instances share: readings and the tokens of the day; and that each goes on without.</summary>
public sealed class SharedModelTests
{
    private static readonly Question Asked = new("How paperless is Health?", new DateOnly(2023, 4, 3));
    private static readonly Reading Before = new QuestionReader().Read(Asked, Cases.CanTho);

    [Fact]
    public async Task The_same_words_of_another_day_catalogue_or_conversation_are_read_anew()
    {
        using var readings = new ModelReadings(To(null));
        Assert.Equal(1, await AsksAsync(readings, Asked, Cases.CanTho));
        Assert.Equal(0, await AsksAsync(readings, Asked, Cases.CanTho));
        Assert.Equal(0, await AsksAsync(readings, Asked with { Text = "  How paperless  is Health? " }, Cases.CanTho));
        Assert.Equal(1, await AsksAsync(readings, Asked with { Today = new(2023, 4, 4) }, Cases.CanTho));
        Assert.Equal(1, await AsksAsync(readings, Asked with { Text = "How paperless is not Health?" }, Cases.CanTho));
        Assert.Equal(1, await AsksAsync(readings, Asked, Cases.PhuLoc));
    }

    [Fact]
    public async Task What_did_not_hold_is_not_kept()
    {
        using var readings = new ModelReadings(To(null));
        Assert.Null(await readings.ReadAsync(Asked, Cases.CanTho, Before, () => Task.FromResult<Reading?>(null)));
        Assert.Equal(1, await AsksAsync(readings, Asked, Cases.CanTho));
    }

    [Fact]
    public void A_kept_reading_is_a_query_and_nothing_else()
    {
        Assert.Equal("answer value(indicator=outgoing-interconnected;units=SYT)", KeptReading.Write(Made(Cases.CanTho)));
        Assert.Null(KeptReading.Write(Before));
        Assert.Null(KeptReading.Read("answer value(indicator=invented;units=SYT)", Asked, Cases.CanTho, Before));
        Assert.Null(KeptReading.Read("answer help()", Asked, Cases.CanTho, Before));
        Assert.Null(KeptReading.Read("37.7%", Asked, Cases.CanTho, Before));
    }

    [SkippableFact]
    public async Task Two_instances_know_what_one_of_them_read_and_what_was_used()
    {
        await using var redis = await LocalRedis.StartAsync();
        using var one = To(redis.Connection);
        using var other = To(redis.Connection);
        using var first = new ModelReadings(one);
        using var second = new ModelReadings(other);
        Assert.Equal(1, await AsksAsync(first, Asked, Cases.CanTho));
        Assert.Equal(0, await AsksAsync(second, Asked, Cases.CanTho));

        await Budget(one).TakeAsync("a", 1_000);
        Assert.False(await Budget(other).AllowsAsync("a"));
        Assert.True(await Budget(other).AllowsAsync("b"));
    }

    [SkippableFact]
    public async Task With_redis_away_all_goes_on_and_it_is_asked_once()
    {
        await using var redis = await LocalRedis.StartAsync();
        var clock = new CountingClock();
        using var link = new RedisLink(redis.Connection, clock, NullLogger<RedisLink>.Instance);
        using var readings = new ModelReadings(link);
        await redis.StopAsync();
        Assert.Equal(1, await AsksAsync(readings, Asked, Cases.CanTho));
        Assert.Equal(0, await AsksAsync(readings, Asked, Cases.CanTho));
        Assert.Equal(1, await AsksAsync(readings, Asked with { Text = "another one" }, Cases.CanTho));
        Assert.True(await Budget(link).AllowsAsync("a"));
        Assert.InRange(clock.Waits, 0, 1);
    }

    private static TokenBudget Budget(RedisLink redis) =>
        new(Options.Create(new ModelOptions { TokensPerDay = 1_000 }), redis, TimeProvider.System);

    private static RedisLink To(string? connection) => new(connection, TimeProvider.System, NullLogger<RedisLink>.Instance);

    private static Reading.Clear Made(Catalogue catalogue)
    {
        var unit = catalogue.Units.Any(u => u.Code.Value == "SYT") ? "SYT" : catalogue.Units[0].Code.Value;
        var indicator = catalogue.Indicators.Any(i => i.Code.Value == "outgoing-interconnected")
            ? "outgoing-interconnected"
            : catalogue.Indicators[0].Code.Value;
        Assert.True(QueryText.TryRead($"value(indicator={indicator};units={unit})", catalogue, out var query, out _));
        return new Reading.Clear
        {
            Language = Language.English,
            Query = query,
            Note = new() { Assisted = true },
        };
    }

    // How often the model is asked.
    private static async Task<int> AsksAsync(ModelReadings readings, Question question, Catalogue catalogue)
    {
        var asks = 0;
        var reading = await readings.ReadAsync(
            question,
            catalogue,
            Before,
            () =>
            {
                asks++;
                return Task.FromResult<Reading?>(Made(catalogue));
            }
        );
        Assert.Equal(Made(catalogue).Query, Assert.IsType<Reading.Clear>(reading).Query);
        return asks;
    }

    private sealed class CountingClock : TimeProvider
    {
        public int Waits { get; private set; }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Waits++;
            return base.CreateTimer(callback, state, dueTime, period);
        }
    }
}
