using Bot.Hosting;
using Bot.Reminders.Planning;
using Bot.Reminders.Scheduling;
using Bot.Store;
using Bot.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Reminders;

/// <summary>A day on which planning did not run, with the whole bot around the watchdog: the administrator gets a card, and none comes twice.</summary>
public sealed class WarningTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bot-warning-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_administrator_gets_a_card_that_says_what_to_look_at()
    {
        var clock = new FakeTimeProvider(At("04-03 08:00"));
        await using var channel = await LocalChannel.StartAsync();
        var builder = BotHost.CreateBuilder([
            "--environment=Development",
            "--urls=http://127.0.0.1:0",
            $"--ConnectionStrings:Store=Data Source={Path.Combine(_folder, "bot.db")};Pooling=False",
            $"--Teams:ServiceUrl={channel.ServiceUrl}",
            "--Reminders:Enabled=false",
        ]);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(clock);
        await using var app = builder.Build();
        await StoreStart.PrepareAsync(app.Services);
        await app.StartAsync();
        await app.Services.GetRequiredService<ReminderPlanner>().PlanAsync(new(2023, 4, 3), atOnce: true, CancellationToken.None);

        clock.SetUtcNow(At("04-04 09:00"));
        var watchdog = app.Services.GetServices<IHostedService>().OfType<PlanningWatchdog>().Single();
        Assert.True(await watchdog.LookAsync(At("04-03 07:00"), CancellationToken.None));
        Assert.True(await watchdog.LookAsync(At("04-03 07:00"), CancellationToken.None));

        var admin = await Until(() => channel.Sent.FirstOrDefault(c => c.Body.ToString().Contains("04/04/2023", StringComparison.Ordinal)));
        Assert.Equal("Lịch nhắc việc ngày 04/04/2023 chưa chạy.", admin.Body.GetProperty("summary").GetString());
        Assert.Contains(
            channel.Calls,
            c => c.Kind == "create" && c.Body.ToString().Contains("00000000-0000-0000-0000-000000000004", StringComparison.Ordinal)
        );
        await app.StopAsync();
        Assert.Single(channel.Sent, c => c.ConversationId == admin.ConversationId);
    }

    private static async Task<ConnectorCall> Until(Func<ConnectorCall?> found)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            if (found() is { } call)
            {
                return call;
            }

            await Task.Delay(20, patience.Token);
        }
    }

    private static DateTimeOffset At(string cityTime) => DateTimeOffset.ParseExact($"2023-{cityTime} +07:00", "yyyy-MM-dd HH:mm zzz", null);
}
