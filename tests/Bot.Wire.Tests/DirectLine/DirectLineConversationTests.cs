using System.Text.Json.Nodes;
using Bot.Activities;
using static Bot.Wire.Tests.DirectLine.ChatHost;

namespace Bot.Wire.Tests.DirectLine;

public sealed class DirectLineConversationTests
{
    [Fact]
    public async Task A_message_comes_back_unchanged_under_the_posted_id_and_then_its_reply()
    {
        await using var host = await ChatHost.StartAsync();
        var client = await host.OpenAsync();

        var id = await client.SayAsync("xin chào", "c1");
        var activities = await client.PollUntilAsync(2);

        Assert.Equal(id, Text(activities[0]!["id"]));
        Assert.Equal("""{"clientActivityID":"c1","keep":[1]}""", activities[0]!["channelData"]!.ToJsonString());
        Assert.Equal("Trả lời: xin chào", Text(activities[1]!["text"]));
        Assert.Equal(id, Text(activities[1]!["replyToId"]));
        Assert.Equal("bot", Text(activities[1]!["from"]!["role"]));
        Assert.True(string.CompareOrdinal(Text(activities[0]!["timestamp"]), Text(activities[1]!["timestamp"])) < 0);
    }

    [Fact]
    public async Task The_bot_sees_the_persona_of_the_token_and_nothing_that_the_client_says_of_itself()
    {
        await using var host = await ChatHost.StartAsync();
        var client = await host.OpenAsync("dl_sgtvt");

        await client.SayAsync(
            "chào",
            more: ""","deliveryMode":"expectReplies","recipient":{"id":"x"},"conversation":{"id":"y"},"serviceUrl":"http://z" """
        );
        await client.PollUntilAsync(2);

        var seen = host.Seen.Single(activity => activity.Type == ActivityTypes.Message);
        Assert.Equal(("dl_sgtvt", "00000000-0000-0000-0000-000000000002"), (seen.From!.Id, seen.From.AadObjectId));
        Assert.Equal((client.Id, "bot", null, "webchat"), (seen.Conversation!.Id, seen.Recipient!.Id, seen.DeliveryMode, seen.ChannelId));
        Assert.StartsWith(host.Address.ToString(), seen.ServiceUrl, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_client_never_sees_the_connectors_address_nor_the_directory_id()
    {
        await using var host = await ChatHost.StartAsync();
        var client = await host.OpenAsync();
        await client.SayAsync("chào");

        var activities = (await client.PollUntilAsync(2)).ToJsonString();

        Assert.DoesNotContain("connector", activities, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("00000000-0000", activities, StringComparison.Ordinal);
        Assert.DoesNotContain("forged", activities, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Starting_tells_the_bot_once_who_came_and_tells_the_client_nothing()
    {
        await using var host = await ChatHost.StartAsync();
        var client = await host.OpenAsync();
        await host.PostAsync("/v3/directline/conversations", client.Token, "{}", 200);

        await client.SayAsync("chào");
        await client.PollUntilAsync(2);

        var update = Assert.Single(host.Seen, activity => activity.Type == ActivityTypes.ConversationUpdate);
        Assert.Equal(["bot", "dl_syt"], update.MembersAdded!.Select(member => member.Id));
        Assert.Equal("vi-VN", update.Locale);
        Assert.Equal(update, host.Seen.First());
        Assert.Equal(2, (await client.PollAsync())["activities"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_repeat_with_the_same_clientActivityID_gets_the_same_id_and_no_second_reply()
    {
        await using var host = await ChatHost.StartAsync();
        var client = await host.OpenAsync();

        var first = await client.SayAsync("một", "same");
        var second = await client.SayAsync("một", "same");
        await client.SayAsync("hai", "other");
        var texts = (await client.PollUntilAsync(4)).Select(activity => Text(activity!["text"]));

        Assert.Equal(first, second);
        Assert.Equal(["Trả lời: hai", "Trả lời: một", "hai", "một"], texts.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Turns_of_one_conversation_run_in_order_and_never_inside_the_post()
    {
        await using var host = await ChatHost.StartAsync();
        var client = await host.OpenAsync();
        var release = new TaskCompletionSource();
        host.BeforeReply = _ => release.Task;

        await client.SayAsync("1");
        await client.SayAsync("2");
        await client.SayAsync("3");
        Assert.Equal(3, (await client.PollAsync())["activities"]!.AsArray().Count);
        release.SetResult();

        var replies = (await client.PollUntilAsync(6)).Skip(3).Select(activity => Text(activity!["text"]));
        Assert.Equal(["Trả lời: 1", "Trả lời: 2", "Trả lời: 3"], replies);
    }

    [Fact]
    public async Task What_the_bot_fails_on_is_delivered_to_it_again()
    {
        await using var host = await ChatHost.StartAsync();
        var client = await host.OpenAsync();
        var failures = 0;
        host.BeforeReply = _ => ++failures == 1 ? throw new InvalidOperationException("once") : Task.CompletedTask;

        await client.SayAsync("chào");
        await UntilAsync(async () =>
        {
            host.Clock.Advance(TimeSpan.FromSeconds(1));
            return (await client.PollAsync())["activities"]!.AsArray().Count == 2;
        });

        Assert.Equal(2, failures);
    }

    [Fact]
    public async Task After_a_watermark_comes_only_what_is_newer()
    {
        await using var host = await ChatHost.StartAsync();
        var client = await host.OpenAsync();
        await client.SayAsync("một");
        await client.PollUntilAsync(2);
        var watermark = Text((await client.PollAsync())["watermark"]);

        Assert.Empty((await client.PollAsync(watermark))["activities"]!.AsArray());
        await client.SayAsync("hai");
        Assert.Equal("hai", Text((await client.PollAsync(watermark))["activities"]![0]!["text"]));
        Assert.True((await client.PollAsync("-"))["activities"]!.AsArray().Count >= 3);
    }

    [Fact]
    public async Task An_updated_activity_comes_again_under_its_id_and_a_deleted_one_does_not()
    {
        await using var host = await ChatHost.StartAsync();
        var client = await host.OpenAsync();
        await client.SayAsync("chào");
        var reply = (await client.PollUntilAsync(2))[1]!;
        var watermark = Text((await client.PollAsync())["watermark"]);
        var address = $"{host.Seen.First().ServiceUrl}/v3/conversations/{client.Id}/activities/{Uri.EscapeDataString(Text(reply["id"]))}";

        using var put = await host.SendAsync(HttpMethod.Put, address, null, """{"type":"message","text":"mới"}""");
        var news = Assert.Single((await client.PollAsync(watermark))["activities"]!.AsArray())!;
        using var delete = await host.SendAsync(HttpMethod.Delete, address, null, null);
        using var again = await host.SendAsync(HttpMethod.Delete, address, null, null);

        Assert.Equal((Text(reply["id"]), Text(reply["timestamp"]), "mới"), (Text(news["id"]), Text(news["timestamp"]), Text(news["text"])));
        Assert.Equal((200, 200, 404), ((int)put.StatusCode, (int)delete.StatusCode, (int)again.StatusCode));
        Assert.Single((await client.PollAsync())["activities"]!.AsArray());
    }

    [Fact]
    public async Task A_reply_to_what_the_client_never_saw_replies_to_nothing()
    {
        await using var host = await ChatHost.StartAsync();
        var client = await host.OpenAsync();
        await client.SayAsync("chào");
        await client.PollUntilAsync(2);
        var update = host.Seen.First();

        var address = $"{update.ServiceUrl}/v3/conversations/{client.Id}/activities/{Uri.EscapeDataString(update.Id!)}";
        await host.PostAsync(address, null, $$"""{"type":"message","text":"mời","replyToId":"{{update.Id}}"}""", 201);

        Assert.Null((await client.PollUntilAsync(3))[2]!["replyToId"]);
    }

    [Fact]
    public async Task A_long_conversation_keeps_its_newest_activities()
    {
        await using var host = await ChatHost.StartAsync();
        var client = await host.OpenAsync();
        host.BeforeReply = _ => throw new InvalidOperationException("no replies here");
        for (var i = 0; i < 501; i++)
        {
            host.Clock.Advance(TimeSpan.FromSeconds(1));
            await client.SayAsync($"câu {i}");
        }

        JsonArray kept = (await client.PollAsync())["activities"]!.AsArray();

        Assert.Equal((500, "câu 1", "câu 500"), (kept.Count, Text(kept[0]!["text"]), Text(kept[^1]!["text"])));
    }
}
