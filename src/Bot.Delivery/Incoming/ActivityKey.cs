using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using Bot.Activities;

namespace Bot.Delivery.Incoming;

/// <summary>
/// What makes two deliveries one activity: channel, conversation, type and id; for edits also what happened and when, because an edit
/// carries the id of the message edited (bot-protocol 10.1).
/// </summary>
/// <param name="Text">The key as written in rows; unique even where the activity has no id.</param>
/// <param name="Hash">A digest of the text, the form that is remembered.</param>
/// <param name="Repeats">Whether a second delivery can be told from a second activity; false without an id.</param>
internal readonly record struct ActivityKey(string Text, UInt128 Hash, bool Repeats)
{
    private const int MaxRowKey = 600;

    /// <summary>Channel and conversation.</summary>
    public static string ConversationOf(Activity activity) => RowKey(string.Concat(activity.ChannelId, "|", activity.Conversation?.Id));

    /// <summary>The form of a key in a row, whose column has a length.</summary>
    public static string RowKey(string text) => text.Length <= MaxRowKey ? text : $"sha256:{FromText(text).Hash:x32}";

    public static ActivityKey Of(Activity activity, string conversation, TimeProvider clock)
    {
        var id = string.IsNullOrEmpty(activity.Id) ? ClientId(activity) : activity.Id;
        if (id is null)
        {
            return FromText($"{conversation}|{activity.Type}|none:{Guid.CreateVersion7(clock.GetUtcNow())}") with { Repeats = false };
        }
        return FromText(
            activity.Type is ActivityTypes.MessageUpdate or ActivityTypes.MessageDelete
                ? $"{conversation}|{activity.Type}|{id}|{ChannelText(activity, "eventType")}|{activity.Timestamp}"
                : string.Concat(conversation, "|", activity.Type, "|") + id
        );
    }

    public static ActivityKey FromText(string text)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(text.AsSpan()), digest);
        return new ActivityKey(text, MemoryMarshal.Read<UInt128>(digest), Repeats: true);
    }

    // Direct Line's client gives a message its own id before the service does.
    private static string? ClientId(Activity activity) =>
        activity.ChannelId is "directline" or "webchat" && ChannelText(activity, "clientActivityID") is { Length: > 0 } id
            ? "client:" + id
            : null;

    private static string? ChannelText(Activity activity, string member) =>
        activity.ChannelData is { ValueKind: JsonValueKind.Object } data
        && data.TryGetProperty(member, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
