using System.Text;
using System.Text.Json;
using Bot.Activities;
using Bot.Activities.Inbound;
using Bot.Testing;

namespace Bot.Tests.Activities;

public sealed class ActivityJsonTests
{
    public static TheoryData<string> Captured => [.. Captures.All.Select(static capture => capture.Name)];

    [Theory, MemberData(nameof(Captured))]
    public void Nothing_is_lost_when_a_captured_activity_is_read_and_written(string name)
    {
        var json = Captures.All.Single(capture => capture.Name == name).Json;
        var reading = ActivityReader.Read(Encoding.UTF8.GetBytes(json));
        Assert.Null(reading.Fault);
        var written = JsonSerializer.Serialize(reading.Activity!, ActivityJsonContext.Wire.Activity);
        Assert.True(Captures.SameJson(json, written), $"{json}\n{written}");
    }

    [Fact]
    public void Every_capture_is_there() => Assert.True(Captures.All.Count >= 85, $"{Captures.All.Count} activities");

    [Fact]
    public void Unknown_members_are_kept_at_every_depth()
    {
        const string json = """
            {"type":"message","new":{"deep":[{"x":null}]},"from":{"id":"29:a","new":1},"conversation":{"id":"c","new":[1]},
            "attachments":[{"contentType":"x","content":{"a":[1,{"b":null}]},"new":true}],"entities":[{"type":"clientInfo","timezone":null,"new":{}}],
            "membersAdded":[{"id":"m","new":"n"}],"reactionsAdded":[{"type":"t","new":1}],"suggestedActions":{"to":["a"],"actions":[{"type":"imBack","title":"t","value":"v","image":"i"}],"new":1}}
            """;
        var written = JsonSerializer.Serialize(
            ActivityReader.Read(Encoding.UTF8.GetBytes(json)).Activity!,
            ActivityJsonContext.Wire.Activity
        );
        Assert.True(Captures.SameJson(json, written), written);
    }

    [Fact]
    public void A_bot_sends_neither_id_nor_timestamps_nor_anything_empty()
    {
        var activity = new Activity
        {
            Type = ActivityTypes.Message,
            Id = "1",
            Timestamp = "2023-04-03T01:00:00Z",
            LocalTimestamp = "2023-04-03T08:00:00+07:00",
            Text = "Sở Y tế đạt 80% <at>An</at> & hơn",
            Summary = "",
            Locale = "vi-VN",
            Attachments = [],
            Entities = [],
            From = new() { Id = "28:bot", Name = "" },
            Conversation = new() { Id = "c" },
        };
        Assert.Equal(
            """{"type":"message","from":{"id":"28:bot"},"conversation":{"id":"c"},"locale":"vi-VN","text":"Sở Y tế đạt 80% <at>An</at> & hơn"}""",
            JsonSerializer.Serialize(activity, ActivityJsonContext.Outgoing)
        );
    }

    [Fact]
    public void A_card_goes_out_byte_for_byte_as_it_was_serialised()
    {
        const string card = """{"type":"AdaptiveCard", "body":[{"text":"Sở Y tế","altText":""}],"speak":null}""";
        var activity = new Activity { Type = ActivityTypes.Message, Attachments = [Attachment.FromCard(RawJson.FromText(card))] };
        var sent = JsonSerializer.Serialize(activity, ActivityJsonContext.Outgoing);
        Assert.Equal(
            $$"""{"type":"message","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":{{card}}}]}""",
            sent
        );
    }

    [Fact]
    public void A_reply_goes_back_to_the_sender_in_the_same_conversation()
    {
        var inbound = ActivityReader.Read(Captures.Changed("documented-message-channel-mention", static _ => { })).Activity!;
        inbound.From!.Unknown = new Dictionary<string, JsonElement> { ["extra"] = Captures.Json("null") };
        var reply = inbound.CreateReply();
        Assert.Equal(inbound.Recipient, reply.From);
        Assert.Equal(inbound.From.Id, reply.Recipient!.Id);
        Assert.Null(reply.Recipient.Unknown);
        Assert.Equal(inbound.Conversation!.Id, reply.Conversation!.Id);
        Assert.Equal((inbound.Id, inbound.ServiceUrl, "msteams"), (reply.ReplyToId, reply.ServiceUrl, reply.ChannelId));
    }

    [Fact]
    public void A_reference_survives_storage()
    {
        var reference = ActivityReader
            .Read(Captures.Changed("documented-message-personal", static _ => { }))
            .Activity!.GetConversationReference();
        var stored = JsonSerializer.Serialize(reference, ActivityJsonContext.Wire.ConversationReference);
        Assert.Equal(reference, JsonSerializer.Deserialize(stored, ActivityJsonContext.Wire.ConversationReference));
        Assert.Contains("Nguyễn", stored, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"locale":"en-US","entities":[{"type":"clientInfo","locale":"vi-VN"}]}""", "vi-VN")]
    [InlineData("""{"locale":"en-US","entities":[{"type":"clientInfo","locale":5},{"type":"clientInfo"}]}""", "en-US")]
    [InlineData("""{"locale":"","entities":[]}""", null)]
    [InlineData("{}", null)]
    public void The_client_says_the_language_more_truly_than_the_root(string json, string? locale) =>
        Assert.Equal(locale, ActivityReader.Read(Encoding.UTF8.GetBytes(json)).Activity!.ResolveLocale());

    [Theory]
    [InlineData("\"2023-04-03T01:00:00.123456789012Z\"")]
    [InlineData("\"yesterday\"")]
    public void No_activity_is_refused_because_of_its_timestamp(string timestamp) =>
        Assert.Null(ActivityReader.Read(Encoding.UTF8.GetBytes($$"""{"type":"message","timestamp":{{timestamp}}}""")).Fault);

    [Fact]
    public void An_activity_in_a_log_line_gives_no_text_away() =>
        Assert.Equal(
            "message 1 in c",
            new Activity
            {
                Type = "message",
                Id = "1",
                Text = "secret",
                Conversation = new() { Id = "c" },
            }.ToString()
        );
}
