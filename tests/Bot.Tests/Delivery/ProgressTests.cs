using System.Text.Json;
using Bot.Activities;
using Bot.Delivery;
using Microsoft.Extensions.Time.Testing;
using static Bot.Tests.Delivery.DeliveryBench;

namespace Bot.Tests.Delivery;

/// <summary>Lines of progress in a personal chat of Teams: one stream for each turn, ended by its one reply, which none of them delays or doubles.</summary>
public sealed class ProgressTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 30, 1, 0, 0, TimeSpan.Zero));
    private readonly TaskCompletionSource _more = new();
    private readonly TaskCompletionSource _go = new();
    private readonly List<DateTimeOffset> _posts = [];

    [Fact]
    public async Task The_newest_line_is_shown_at_most_every_second_and_a_half_and_the_reply_ends_the_stream()
    {
        await using var bench = await StartAsync();
        var answer = bench.SendAsync(Personal());
        await PassesAsync(bench, 1);
        _more.SetResult();
        await PassesAsync(bench, 2);
        _go.SetResult();
        Assert.Equal(200, await answer);

        Assert.Equal(["typing one", "typing three", "message q"], bench.Connector.Posted.Select(static a => $"{a.Type} {a.Text}"));
        Assert.Equal(
            [
                """{"type":"streaminfo","streamType":"informative","streamSequence":1}""",
                """{"type":"streaminfo","streamType":"informative","streamSequence":2,"streamId":"r1"}""",
                """{"type":"streaminfo","streamType":"final","streamId":"r1"}""",
            ],
            bench.Connector.Posted.Select(Mark)
        );
        Assert.All(bench.Connector.Posted, static a => Assert.Equal("m", a.ReplyToId));
        Assert.InRange(_posts[1] - _posts[0], TimeSpan.FromSeconds(1.5), TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task A_card_ends_the_stream_without_words_beside_it()
    {
        await using var bench = await StartAsync(static activity =>
        {
            var reply = activity.CreateReply();
            reply.Attachments = [Attachment.FromCard(RawJson.FromText("{}"))];
            reply.Entities = [AiLabel.Entity];
            return new(reply);
        });
        var answer = bench.SendAsync(Personal());
        await PassesAsync(bench, 1);
        _more.SetResult();
        _go.SetResult();
        await answer;

        var said = bench.Connector.Posted[^1];
        Assert.Null(said.Text);
        Assert.Single(said.Attachments!);
        Assert.Equal(["https://schema.org/Message", "streaminfo"], said.Entities!.Select(static e => e.Type));
    }

    // Stopped by its reader, or too old: the answer comes all the same, once.
    [Fact]
    public async Task A_reply_that_is_refused_as_the_end_of_the_stream_is_said_by_itself()
    {
        await using var bench = await StartAsync();
        bench.Connector.Fault = static a => IsEnd(a) ? ScriptedConnector.Refused(403, "ContentStreamNotAllowed") : null;
        var answer = bench.SendAsync(Personal());
        await PassesAsync(bench, 1);
        _more.SetResult();
        _go.SetResult();
        Assert.Equal(200, await answer);

        var said = Assert.Single(bench.Connector.Posted, static a => a.Type == ActivityTypes.Message);
        Assert.Equal("q", said.Text);
        Assert.Null(said.Entities);
    }

    [Fact]
    public async Task A_reply_that_the_connector_cannot_take_now_waits_without_the_stream_and_is_said_once()
    {
        await using var bench = await StartAsync();
        var down = true;
        bench.Connector.Fault = a => down && a.Type == ActivityTypes.Message ? ScriptedConnector.Down : null;
        var answer = bench.SendAsync(Personal());
        await PassesAsync(bench, 1);
        _more.SetResult();
        _go.SetResult();
        Assert.Equal(200, await answer);
        Assert.DoesNotContain(bench.Connector.Posted, static a => a.Type == ActivityTypes.Message);
        down = false;
        await PassesAsync(bench, 2);

        var said = Assert.Single(bench.Connector.Posted, static a => a.Type == ActivityTypes.Message);
        Assert.Equal("q", said.Text);
        Assert.Null(said.Entities);
    }

    [Fact]
    public async Task A_line_that_is_not_taken_is_the_last_and_the_reply_is_an_ordinary_one()
    {
        await using var bench = await StartAsync();
        var refused = 0;
        bench.Connector.Fault = a =>
            a.Type == ActivityTypes.Typing && ++refused > 0 ? ScriptedConnector.Refused(403, "ContentStreamNotAllowed") : null;
        var answer = bench.SendAsync(Personal());
        await PassesAsync(() => refused > 0);
        _more.SetResult();
        for (var i = 0; i < 40; i++)
        {
            await PassAsync();
        }

        _go.SetResult();
        Assert.Equal(200, await answer);
        Assert.Equal(1, refused);
        Assert.Null(Assert.Single(bench.Connector.Posted).Entities);
    }

    [Fact]
    public async Task A_line_that_is_too_long_is_passed_over()
    {
        await using var bench = await StartAsync(first: new string('ệ', 400));
        var answer = bench.SendAsync(Personal());
        await PassesAsync(bench, 1);
        _more.SetResult();
        await PassesAsync(bench, 2);
        _go.SetResult();
        await answer;

        Assert.Equal(["typing ", "typing three", "message q"], bench.Connector.Posted.Select(static a => $"{a.Type} {a.Text}"));
    }

    [Theory]
    [InlineData("msteams", "groupChat")]
    [InlineData("msteams", null)]
    [InlineData("webchat", "personal")]
    public async Task Elsewhere_there_is_nobody_to_show_a_line_to(string channel, string? conversationType)
    {
        await using var bench = await StartAsync();
        var asked = Personal() with { ChannelId = channel };
        asked.Conversation!.ConversationType = conversationType;
        var answer = bench.SendAsync(asked);
        await PassesAsync(bench, 1);
        _more.SetResult();
        _go.SetResult();
        await answer;

        Assert.Equal(["typing ", "message q"], bench.Connector.Posted.Select(static a => $"{a.Type} {a.Text}"));
        Assert.All(bench.Connector.Posted, static a => Assert.Null(a.Entities));
    }

    private Task<DeliveryBench> StartAsync(Func<Activity, TurnReply>? say = null, string first = "one") =>
        DeliveryBench.StartAsync(bench =>
        {
            bench.Clock = _clock;
            bench.Options.TypingAfter = TimeSpan.FromSeconds(1);
            bench.Options.SweepEvery = TimeSpan.FromMilliseconds(100);
            bench.Connector.Before = _ =>
            {
                _posts.Add(_clock.GetUtcNow());
                return Task.CompletedTask;
            };
            bench.Turn = async (activity, progress, stop) =>
            {
                progress?.Report(first);
                await _more.Task.WaitAsync(stop);
                progress?.Report("two");
                progress?.Report("three");
                await _go.Task.WaitAsync(stop);
                return (say ?? Echo)(activity);
            };
        });

    private static Activity Personal()
    {
        var asked = Message("a:1", "m", "q");
        asked.Conversation!.ConversationType = "personal";
        return asked;
    }

    private static bool IsEnd(Activity activity) =>
        activity.Type == ActivityTypes.Message && activity.Entities?.Any(static e => e.Text("streamType") == "final") == true;

    private static string Mark(Activity activity)
    {
        using var json = JsonDocument.Parse(JsonSerializer.Serialize(activity, ActivityJsonContext.Wire.Activity));
        return json.RootElement.GetProperty("entities")[0].GetRawText();
    }

    private Task PassesAsync(DeliveryBench bench, int posted) => PassesAsync(() => bench.Connector.Posted.Count >= posted);

    // Time passes until something has come of it.
    private Task PassesAsync(Func<bool> condition) =>
        UntilAsync(
            async () =>
            {
                await PassAsync();
                return condition();
            },
            "time has passed"
        );

    private async Task PassAsync()
    {
        _clock.Advance(TimeSpan.FromMilliseconds(100));
        await Task.Yield();
    }
}
