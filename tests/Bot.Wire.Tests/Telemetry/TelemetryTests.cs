using System.Net;
using Bot.Testing;
using Bot.Wire.Tests.Reminders;
using Microsoft.Data.Sqlite;
using static Bot.Testing.SampleCity;
using static Bot.Wire.Tests.Reminders.TeamsBot;

namespace Bot.Wire.Tests.Telemetry;

/// <summary>What whoever runs the bot sees of it: a line for each turn, traces and metrics, health.</summary>
public sealed class TelemetryTests
{
    private const string Question = "Tỷ lệ dịch vụ công trực tuyến toàn trình của Sở Y tế là bao nhiêu?";

    [Fact]
    public async Task A_turn_is_one_line_with_kind_outcome_and_milliseconds_and_goes_out_as_trace_and_metric_without_its_words()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        await using var teams = await StartAsync(receiver.Settings);

        await teams.SayAsync(Official, "a:1", Question);
        var (traces, metrics) = await UntilAsync(() =>
            (receiver.Taken("/v1/traces"), receiver.Taken("/v1/metrics")) is var (traces, metrics)
            && traces.Contains("bot.query.kind", StringComparison.Ordinal)
            && traces.Contains("/api/messages", StringComparison.Ordinal)
            && metrics.Contains("bot.query.kind", StringComparison.Ordinal)
                ? Tuple.Create(traces, metrics)
                : null
        );

        Assert.Matches(@"Turn message value Answered in \d+\.\d ms", teams.Printed);
        Assert.Contains("bot.turn.duration", metrics, StringComparison.Ordinal);
        Assert.Contains("http.server.request.duration", metrics, StringComparison.Ordinal);
        foreach (var said in (string[])[traces, metrics, teams.Printed])
        {
            Assert.DoesNotContain("dịch vụ công", said, StringComparison.Ordinal);
            Assert.DoesNotContain("80%", said, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Health_says_whether_the_process_answers_and_whether_the_store_can_be_read()
    {
        await using var teams = await StartAsync();
        Assert.Equal((HttpStatusCode.OK, "live"), await teams.GetAsync("/health/live"));
        Assert.Equal((HttpStatusCode.OK, "ready"), await teams.GetAsync("/health/ready"));

        await RenameAsync(teams, "store_version", "gone");

        await UntilAsync(async () => (await teams.GetAsync("/health/ready")).Status == HttpStatusCode.ServiceUnavailable ? "503" : null);
        Assert.Equal(HttpStatusCode.OK, (await teams.GetAsync("/health/live")).Status);

        await RenameAsync(teams, "gone", "store_version");

        Assert.Equal(HttpStatusCode.OK, (await teams.GetAsync("/health/ready")).Status);
    }

    private static async Task RenameAsync(TeamsBot teams, string table, string name)
    {
        await using var store = new SqliteConnection($"Data Source={teams.StoreFile};Pooling=False");
        await store.OpenAsync();
        await using var command = store.CreateCommand();
        command.CommandText = $"ALTER TABLE {table} RENAME TO {name}";
        await command.ExecuteNonQueryAsync();
    }
}
