using System.Net;
using System.Text.RegularExpressions;
using Bot.Testing;
using static Bot.Testing.SampleCity;
using static Bot.Wire.Tests.Reminders.TeamsBot;

namespace Bot.Wire.Tests.Delivery;

/// <summary>Two real processes on one store; what the channel delivers again comes to the other one.</summary>
public sealed partial class RedeliveryTests
{
    private const string Question = "Tỷ lệ dịch vụ công trực tuyến toàn trình của Sở Y tế là bao nhiêu?";

    [SkippableTheory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task A_question_that_one_process_answered_is_not_answered_by_the_other(string provider)
    {
        await using var store = SharedStore.Create(provider);
        await store.PrepareAsync();
        await using var teams = await StartAsync([.. store.Settings.Select(static s => (s.Key, s.Value))]);
        // Its log tells when it has looked.
        var logs = ("Logging__LogLevel__Bot.Delivery", "Debug");
        await using var other = await teams.StartBesideAsync([logs, .. store.Settings.Select(static s => (s.Key, s.Value))]);
        var question = teams.Message(Official, "a:1", Question);

        Assert.Equal(HttpStatusCode.OK, (await teams.TryPostAsync(question)).Status);
        await teams.AnswerToAsync(question);
        await UntilAsync(async () =>
        {
            await using var db = store.CreateDbContext();
            return db.Answered.Any() ? "written" : null;
        });
        var looks = Looks(other);
        await UntilAsync(() => Looks(other) > looks + 1 ? "looked" : null);
        Assert.Equal(HttpStatusCode.OK, (await teams.TryPostAsync(question, other.Url)).Status);

        // The next question goes through the same process, so the repeat was through.
        var next = teams.Message(Official, "a:1", Question);
        Assert.Equal(HttpStatusCode.OK, (await teams.TryPostAsync(next, other.Url)).Status);
        await teams.AnswerToAsync(next);
        Assert.Equal(2, teams.Sent.Count());
    }

    private static int Looks(BotProcess bot) => Look().Count(bot.Output);

    [GeneratedRegex("Looked at other instances")]
    private static partial Regex Look();
}
