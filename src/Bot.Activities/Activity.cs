using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Activities;

/// <summary>One activity of the Activity protocol, with the SDK's names; members not named here are kept in <see cref="Unknown"/> (ACT A2005).</summary>
/// <remarks>Timestamps stay text: no receiver may refuse an activity because of one (ACT A2042).</remarks>
public sealed record Activity
{
    /// <summary>What kind of activity this is, one of <see cref="ActivityTypes"/> or unknown to us; compared ordinally (ACT A2010).</summary>
    public string Type { get; set; } = "";

    /// <summary>The channel's id of this activity; null on an activity that a bot makes (ACT A2031).</summary>
    public string? Id { get; set; }

    /// <summary>When the channel took the activity, as the channel wrote it; null on an activity that a bot makes (ACT A2041).</summary>
    public string? Timestamp { get; set; }

    /// <summary>The sender's local time with its offset, as the channel wrote it; null when not said.</summary>
    public string? LocalTimestamp { get; set; }

    /// <summary>The sender's IANA time zone; null when not said.</summary>
    public string? LocalTimezone { get; set; }

    /// <summary>Base address of the connector to answer to; null only before it is known.</summary>
    public string? ServiceUrl { get; set; }

    /// <summary>The channel, for example <c>msteams</c> (ACT A2020).</summary>
    public string? ChannelId { get; set; }

    /// <summary>Who sends the activity (ACT A2060).</summary>
    public ChannelAccount? From { get; set; }

    /// <summary>To whom the activity goes; on an inbound activity the bot (ACT A2070).</summary>
    public ChannelAccount? Recipient { get; set; }

    /// <summary>Where the activity belongs; its id is required (ACT A2080).</summary>
    public ConversationAccount? Conversation { get; set; }

    /// <summary>Id of the activity of the same conversation that this one answers or refers to; null when none (ACT A2090).</summary>
    public string? ReplyToId { get; set; }

    /// <summary>BCP 47 language at the root; Teams says the user's language more truly in the clientInfo entity, see <see cref="ResolveLocale"/>.</summary>
    public string? Locale { get; set; }

    /// <summary>Mentions, client information and other metadata, in no meaningful order (ACT A2102); null when none.</summary>
    public IList<Entity>? Entities { get; set; }

    /// <summary>What only this channel understands, as sent; null when absent.</summary>
    public JsonElement? ChannelData { get; set; }

    /// <summary>How replies are wanted: null or <c>normal</c>, or <c>expectReplies</c> (ACT A3110).</summary>
    public string? DeliveryMode { get; set; }

    /// <summary>The text of a message; null when it has none.</summary>
    public string? Text { get; set; }

    /// <summary>Format of the text: plain, markdown, xml, extendedmarkdown; unknown is read as plain (ACT A3012).</summary>
    public string? TextFormat { get; set; }

    /// <summary>Whether the bot waits for input: acceptingInput, ignoringInput, expectingInput; null when not said.</summary>
    public string? InputHint { get; set; }

    /// <summary>One sentence for notifications and screen readers beside a card; null when not needed.</summary>
    public string? Summary { get; set; }

    /// <summary>Cards and files; null when none.</summary>
    public IList<Attachment>? Attachments { get; set; }

    /// <summary>How several attachments stand: list or carousel; null means list.</summary>
    public string? AttachmentLayout { get; set; }

    /// <summary>Suggested prompts beneath the message; null when none.</summary>
    public SuggestedActions? SuggestedActions { get; set; }

    /// <summary>Input of a card button, an invoke or an event, as sent; null when absent.</summary>
    public JsonElement? Value { get; set; }

    /// <summary>Type of <see cref="Value"/>; null when not said.</summary>
    public string? ValueType { get; set; }

    /// <summary>Name of an event, invoke or command; null for other types and for Teams' card action invoke.</summary>
    public string? Name { get; set; }

    /// <summary>What an installationUpdate says: add, remove, add-upgrade, remove-upgrade; null for other types.</summary>
    public string? Action { get; set; }

    /// <summary>Members who came, in a conversationUpdate; null when none.</summary>
    public IList<ChannelAccount>? MembersAdded { get; set; }

    /// <summary>Members who left, in a conversationUpdate; null when none.</summary>
    public IList<ChannelAccount>? MembersRemoved { get; set; }

    /// <summary>Reactions put on the message <see cref="ReplyToId"/>; null when none.</summary>
    public IList<MessageReaction>? ReactionsAdded { get; set; }

    /// <summary>Reactions taken off the message <see cref="ReplyToId"/>; null when none.</summary>
    public IList<MessageReaction>? ReactionsRemoved { get; set; }

    /// <summary>Members that this model does not name, as sent (ACT A2005); null when there are none.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Unknown { get; set; }

    /// <summary>Whether the sender wants the replies in the HTTP answer (ACT A3110).</summary>
    [JsonIgnore]
    public bool ExpectsReplies => DeliveryMode == "expectReplies";

    /// <summary>Where to answer or to write later: the user, the bot and the conversation of this inbound activity.</summary>
    public ConversationReference GetConversationReference() =>
        new()
        {
            ActivityId = Id,
            User = From?.WithoutUnknown(),
            Bot = Recipient?.WithoutUnknown(),
            Conversation = Conversation?.WithoutUnknown() ?? new ConversationAccount(),
            ChannelId = ChannelId,
            ServiceUrl = ServiceUrl ?? "",
            Locale = ResolveLocale(),
        };

    /// <summary>An empty message from the bot back to the sender of this activity, in the same conversation (bot-protocol 3.3).</summary>
    public Activity CreateReply() => GetConversationReference().CreateMessage();

    /// <summary>The text without the mentions of the bot itself; other people's mentions stay. Empty when there is no text (bot-protocol 1.5).</summary>
    public string RemoveRecipientMention() => RecipientMention.RemoveFrom(this);

    /// <summary>Whether the text mentions the bot itself (bot-protocol 1.5).</summary>
    [JsonIgnore]
    public bool MentionsRecipient =>
        Entities?.Any(entity => Mention.From(entity) is { } mention && ChannelAccount.SameId(mention.Id, Recipient?.Id)) == true;

    /// <summary>The user's language: that of the clientInfo entity, else that of the root; null when neither is said (bot-protocol 10.3).</summary>
    public string? ResolveLocale()
    {
        foreach (var entity in Entities ?? [])
        {
            if (entity.Type == "clientInfo" && entity.Text("locale") is { Length: > 0 } locale)
            {
                return locale;
            }
        }
        return string.IsNullOrEmpty(Locale) ? null : Locale;
    }

    /// <summary>Type, id and conversation; never the text, so that an activity in a log line gives nothing away.</summary>
    public override string ToString() => $"{Type} {Id} in {Conversation?.Id}";
}
