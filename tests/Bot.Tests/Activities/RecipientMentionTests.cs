using System.Text;
using System.Text.Json;
using Bot.Activities;
using Bot.Activities.Inbound;
using Bot.Testing;

namespace Bot.Tests.Activities;

public sealed class RecipientMentionTests
{
    private const string Bot = "28:7f3c2a10-5b6d-4e8f-9a01-23456789abcd";

    [Theory]
    [InlineData(
        "documented-message-channel-mention-split",
        "hỏi giúp <at>Trần Thị Bình</at>: Tỷ lệ dịch vụ công trực tuyến toàn trình của Sở Y tế là bao nhiêu?"
    )]
    [InlineData("playground-channel-mention", null)]
    [InlineData("playground-group-mention", null)]
    [InlineData("documented-message-group-mention", null)]
    public void Real_mentions_of_the_bot_are_taken_out(string capture, string? expected)
    {
        var text = ActivityReader.Read(Captures.Changed(capture, static _ => { })).Activity!.RemoveRecipientMention();
        Assert.NotEmpty(text);
        Assert.DoesNotContain("<at>Trợ lý", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<at>Test Bot", text, StringComparison.Ordinal);
        Assert.Equal(expected ?? text.Trim(), text);
    }

    [Theory]
    // in the middle, twice, in another case
    [InlineData("hỏi <at>Bot</at> về <at>bot</at> Sở Y tế", Bot, "<at>Bot</at>", "hỏi về Sở Y tế")]
    // the bare app id
    [InlineData("<at>Bot</at> hi", "7f3c2a10-5b6d-4e8f-9a01-23456789abcd", "<at>Bot</at>", "hi")]
    // no entity text: the name stands in
    [InlineData("<at>Tên</at> hi", Bot, null, "hi")]
    // blanks of the desktop client
    [InlineData("<at>Bot</at>&nbsp;Sở&nbsp;Y tế ", Bot, "<at>Bot</at>", "Sở Y tế")]
    [InlineData("<at>Bot</at>\u00A0Sở Y tế", Bot, "<at>Bot</at>", "Sở Y tế")]
    // a name with &, escaped in one place only
    [InlineData("<at>Q&A</at> hi", Bot, "<at>Q&amp;A</at>", "hi")]
    [InlineData("<at>Q&amp;A</at> hi", Bot, "<at>Q&A</at>", "hi")]
    // another's mention stays
    [InlineData("<at>An</at> hi", "29:an", "<at>An</at>", "<at>An</at> hi")]
    // line breaks stay
    [InlineData("<at>Bot</at> a\n b", Bot, "<at>Bot</at>", "a\n b")]
    public void The_bots_mentions_go_and_all_else_stays(string text, string mentioned, string? entityText, string expected)
    {
        var entity = new Entity { Type = "mention", Members = new Dictionary<string, JsonElement>() };
        entity.Members["mentioned"] = JsonSerializer.SerializeToElement(new { id = mentioned, name = "Tên" });
        if (entityText is not null)
        {
            entity.Members["text"] = JsonSerializer.SerializeToElement(entityText);
        }
        var activity = new Activity
        {
            Text = text,
            Recipient = new() { Id = Bot },
            Entities = [entity],
        };
        Assert.Equal(expected, activity.RemoveRecipientMention());
    }

    [Fact]
    public void A_namesake_keeps_his_mention()
    {
        var activity = new Activity
        {
            Text = "<at>An</at> hỏi <at>An</at>",
            Recipient = new() { Id = Bot },
            Entities = [new Mention(Bot, "<at>An</at>").ToEntity(), new Mention("29:an", "<at>An</at>").ToEntity()],
        };
        Assert.Equal("hỏi <at>An</at>", activity.RemoveRecipientMention());
    }

    [Theory]
    [InlineData(
        """[{"type":"mention"},{"type":"mention","mentioned":"x","text":5},{"type":"mention","mentioned":{"id":7},"text":"hi"},{"type":"mention","mentioned":{"id":"28:b"},"text":""},{}]"""
    )]
    [InlineData("[]")]
    [InlineData("null")]
    public void Malformed_entities_are_ignored(string entities)
    {
        var json = $$$"""{"type":"message","text":" hi ","recipient":{"id":"28:b"},"entities":{{{entities}}}}""";
        Assert.Equal("hi", ActivityReader.Read(Encoding.UTF8.GetBytes(json)).Activity!.RemoveRecipientMention());
    }

    [Fact]
    public void No_text_is_an_empty_text() => Assert.Equal("", new Activity().RemoveRecipientMention());

    [Fact]
    public void A_mention_that_the_bot_makes_is_escaped_and_stands_in_its_entity()
    {
        var mention = Mention.Of(new() { Id = "29:a", Name = "Phòng A & B" });
        Assert.Equal("<at>Phòng A &amp; B</at>", mention.Text);
        Assert.True(
            Captures.SameJson(
                """{"type":"mention","text":"<at>Phòng A &amp; B</at>","mentioned":{"id":"29:a","name":"Phòng A & B"}}""",
                JsonSerializer.Serialize(mention.ToEntity(), ActivityJsonContext.Wire.Entity)
            )
        );
    }
}
