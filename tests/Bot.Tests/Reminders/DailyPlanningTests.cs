using Bot.Reminders.Policies;
using Bot.Reminders.Scheduling;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Reminders;

/// <summary>Planning that fails, here because its policy cannot be read, is tried again after a minute, five and fifteen.</summary>
public sealed class DailyPlanningTests : IAsyncLifetime
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():n}.json");
    private readonly FakeTimeProvider _clock = new();
    private PlanningBench _bench = null!;
    private Task _planning = null!;

    public async Task InitializeAsync()
    {
        _bench = await PlanningBench.CreateAsync(_file);
        _planning = new DailyPlanning(_bench.Planner, _bench.Digest, _clock, NullLogger<DailyPlanning>.Instance).PlanAsync(default);
    }

    public async Task DisposeAsync()
    {
        await _bench.DisposeAsync();
        File.Delete(_file);
    }

    [Fact]
    public async Task It_plans_once_the_cause_is_gone()
    {
        await File.WriteAllTextAsync(
            _file,
            """
            {
              "sendFrom": "08:00", "sendUntil": "17:00", "cardsPerDay": 3, "digestOn": "monday",
              "ladders": [{ "code": "late", "types": [], "steps": [{ "code": "late", "offset": 1, "audiences": ["unit"], "wording": "overdue" }] }]
            }
            """
        );
        await WaitAsync();
        await _planning;
        Assert.Contains(await _bench.DeliveriesAsync(), delivery => delivery.Recipient == PlanningBench.Official);
    }

    [Fact]
    public async Task It_gives_up_and_says_why()
    {
        await WaitAsync();
        await Assert.ThrowsAsync<PolicyException>(() => _planning);
    }

    private async Task WaitAsync()
    {
        while (!_planning.IsCompleted)
        {
            _clock.Advance(TimeSpan.FromMinutes(1));
            await Task.Yield();
        }
    }
}
