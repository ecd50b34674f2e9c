using System.Text.RegularExpressions;
using Bot.Testing;
using Microsoft.EntityFrameworkCore;

namespace Bot.Wire.Tests.Reminders;

/// <summary>The scheduler on the store's own database, run by real processes.</summary>
public sealed partial class ScheduleTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [SkippableFact]
    public async Task Of_two_instances_one_plans_each_hour_and_the_other_goes_on_when_it_is_killed()
    {
        await using var store = SharedStore.Create("Postgres");
        var settings = Settings(store, "* * * * * ?");
        await using var one = await BotProcess.StartAsync(settings);
        await using var other = await BotProcess.StartAsync(settings);
        await UntilAsync(() => Hours(one).Length + Hours(other).Length >= 5, "five hours are planned", one, other);

        await one.KillAsync();
        var before = Hours(other).Length;
        await UntilAsync(() => Hours(other).Length >= before + 3, "the other goes on", one, other);
        await other.KillAsync();

        string[] hours = [.. Hours(one), .. Hours(other)];
        Assert.Equal(hours.Order(), hours.Distinct().Order());
        await using var db = store.CreateDbContext();
        Assert.NotEmpty(await db.Deliveries.ToListAsync());
    }

    [SkippableTheory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task An_hour_that_passed_while_nobody_ran_is_made_up_and_says_how_late_it_is(string provider)
    {
        await using var store = SharedStore.Create(provider);
        var settings = Settings(store, "0 0 8 * * ?");
        await using var bot = await BotProcess.StartAsync(settings);
        await UntilAsync(() => bot.Output.Contains("Reminders are planned by", StringComparison.Ordinal), "it is scheduled", bot);

        // The plan has been overdue for longer, and its step fell on a day on which nobody planned.
        await MissAsync(bot, store);
        await UntilAsync(() => bot.Output.Contains("Planned for 2023-04-03", StringComparison.Ordinal), "the hour is made up", bot);
        await bot.KillAsync();

        await using var db = store.CreateDbContext();
        var payloads = await db.Outbox.Where(static m => m.Kind == "reminder").Select(static m => m.Payload).ToListAsync();
        Assert.NotEmpty(payloads);
        Assert.All(payloads, static payload => Assert.Matches("\"lateBy\":[1-9]", payload));
    }

    [SkippableTheory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task Planning_that_is_killed_goes_on_with_the_next_start_and_not_a_day_later(string provider)
    {
        var policy = Path.GetTempFileName();
        await File.WriteAllTextAsync(policy, OwingCity.Policy);
        await using var store = SharedStore.Create(provider, seed: "none");
        await store.PrepareAsync();
        await store.ImportAsync(OwingCity.Tables);
        await store.ImportAsync(OwingCity.Owed(OwingCity.PlanA));
        Dictionary<string, string> settings = new(Settings(store, "0 0 8 * * ?")) { ["Reminders__Ladders"] = policy };
        await using var bot = await BotProcess.StartAsync(settings);
        await UntilAsync(() => bot.Output.Contains("Reminders are planned by", StringComparison.Ordinal), "it is scheduled", bot);
        await MissAsync(bot, store);

        await using (var db = store.CreateDbContext())
        {
            // It plans, and can write nothing from then on.
            await UntilAsync(() => Executing(store) == 1, "it plans", bot);
            await db.Database.OpenConnectionAsync();
            await db.Database.ExecuteSqlRawAsync(
                provider == "Sqlite" ? "BEGIN IMMEDIATE" : "BEGIN; LOCK TABLE planning_runs IN ACCESS EXCLUSIVE MODE"
            );
            Assert.Equal(0, await db.Deliveries.CountAsync());
            await bot.KillAsync();
            await db.Database.ExecuteSqlRawAsync("ROLLBACK");
        }

        Assert.Equal(1, Executing(store));
        await bot.StartAgainAsync();
        await UntilAsync(() => bot.Output.Contains("Planned for 2023-04-03", StringComparison.Ordinal), "it is planned", bot);
        await bot.KillAsync();
        await using (var db = store.CreateDbContext())
        {
            var recipients = await db.Deliveries.Select(static d => d.Recipient).ToListAsync();
            Assert.Equal(OwingCity.Units, recipients.Distinct().Count());
            Assert.Equal(OwingCity.Units, recipients.Count);
        }

        File.Delete(policy);
    }

    private static int Executing(SharedStore store)
    {
        using var db = store.CreateDbContext();
        return db.Database.SqlQueryRaw<int>("""SELECT COUNT(*) AS "Value" FROM QRTZ_FIRED_TRIGGERS WHERE STATE = 'EXECUTING'""").Single();
    }

    /// <summary>The process dies, the hour passes, and it is started again.</summary>
    private static async Task MissAsync(BotProcess bot, SharedStore store)
    {
        await bot.KillAsync();
        var passed = TimeProvider.System.GetUtcNow().AddHours(-3).Ticks;
        await using (var db = store.CreateDbContext())
        {
            Assert.Equal(1, await db.Database.ExecuteSqlAsync($"UPDATE QRTZ_TRIGGERS SET NEXT_FIRE_TIME = {passed}"));
        }
        await bot.StartAgainAsync();
    }

    private static Dictionary<string, string> Settings(SharedStore store, string cron) =>
        new(store.Settings) { ["Clock__Today"] = "2023-04-03", ["Reminders__Cron"] = cron };

    private static string[] Hours(BotProcess bot) => [.. Hour().Matches(bot.Output).Select(static match => match.Groups[1].Value)];

    private static async Task UntilAsync(Func<bool> holds, string what, params BotProcess[] bots)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!holds())
        {
            Assert.False(
                limit.IsCancellationRequested,
                $"Waited in vain until {what}.\n{string.Join('\n', bots.Select(static b => b.Output))}"
            );
            await Task.Delay(20, CancellationToken.None);
        }
    }

    [GeneratedRegex(@"The hour (\S+) is planned")]
    private static partial Regex Hour();
}
