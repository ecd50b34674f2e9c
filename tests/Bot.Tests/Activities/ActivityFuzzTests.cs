using System.Net;
using System.Text;
using Bot.Activities;
using Bot.Testing;

namespace Bot.Tests.Activities;

/// <summary>Mutated captures against the real endpoint; the handler uses all that a turn would. Whatever comes, no 500 and no hang.</summary>
public sealed class ActivityFuzzTests
{
    [Fact]
    public async Task Every_member_of_every_capture_may_have_any_type() =>
        await NoneIsA500(Captures.All.SelectMany(static capture => Mutations.TypeSwaps(capture.Json)), step: 7);

    [Fact]
    public async Task Bytes_may_flip() =>
        await NoneIsA500(Captures.All.SelectMany(static (capture, seed) => Mutations.ByteFlips(capture.Json, seed)));

    [Fact]
    public async Task A_body_may_end_anywhere() =>
        await NoneIsA500(
            Captures
                .All.Take(10)
                .SelectMany(static capture =>
                    Enumerable.Range(0, 60).Select(cut => Encoding.UTF8.GetBytes(capture.Json)[..(capture.Json.Length * cut / 60)])
                )
        );

    [Fact]
    public async Task Members_may_come_twice_and_nest_deeply() =>
        await NoneIsA500(
            Captures.All.SelectMany(static capture =>
                new[]
                {
                    $"{capture.Json[..^1]},{capture.Json[1..]}",
                    $$"""{{capture.Json[..^1]}},"novel":{{Nested(125)}}}""",
                    $$"""{{capture.Json[..^1]}},"novel":{{Nested(126)}}}""",
                    $$"""{{capture.Json[..^1]}},"novel":{{Nested(127)}}}""",
                    $$"""{{capture.Json[..^1]}},"novel":{{Nested(20_000)}}}""",
                    $$"""{{capture.Json[..^1]}},"novel":"\ud83d"}""",
                }.Select(Encoding.UTF8.GetBytes)
            )
        );

    private static async Task NoneIsA500(IEnumerable<byte[]> bodies, int step = 1)
    {
        await using var host = await ActivitiesHost.StartAsync(handler: UseEverything);
        var statuses = new Dictionary<HttpStatusCode, int>();
        var chosen = bodies.Where((_, index) => index % step == 0);
        await Parallel.ForEachAsync(
            chosen,
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (body, _) =>
            {
                using var answer = await host.PostAsync(body);
                Assert.True((int)answer.StatusCode is 200 or 400 or 501, $"{answer.StatusCode} for {Encoding.UTF8.GetString(body)}");
                lock (statuses)
                {
                    statuses[answer.StatusCode] = statuses.GetValueOrDefault(answer.StatusCode) + 1;
                }
            }
        );
        Assert.True(statuses.Values.Sum() > 100, "the fuzz ran dry");
        Assert.Equal(
            HttpStatusCode.OK,
            (await host.PostAsync(Captures.Changed("documented-message-personal", static _ => { }))).StatusCode
        );
    }

    private static Task<InvokeResponse?> UseEverything(Activity activity, CancellationToken cancellationToken)
    {
        var reply = activity.CreateReply();
        reply.Text = activity.RemoveRecipientMention() + activity.ResolveLocale() + activity;
        reply.Attachments = activity.Attachments;
        reply.Entities = activity.Entities;
        reply.ChannelData = activity.ChannelData;
        reply.Value = activity.Value;
        reply.Unknown = activity.Unknown;
        foreach (var attachment in activity.Attachments ?? [])
        {
            attachment.Content?.Parse();
        }
        Assert.NotNull(activity.MembersAdded?.Select(static member => member.Id).ToList() ?? []);
        return Task.FromResult<InvokeResponse?>(InvokeResponse.ForReplies([reply]));
    }

    private static string Nested(int depth) => new string('[', depth) + new string(']', depth);
}
