using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Activities;

/// <summary>A conversation on a channel.</summary>
public sealed record ConversationAccount
{
    /// <summary>The channel's id; in a Teams channel with <c>;messageid=</c> for the thread (bot-protocol 1.3). Required.</summary>
    public string Id { get; set; } = "";

    /// <summary>The conversation's name; null when not said.</summary>
    public string? Name { get; set; }

    /// <summary>True outside a 1:1 chat; null when not said.</summary>
    public bool? IsGroup { get; set; }

    /// <summary>personal, groupChat or channel in Teams; null elsewhere.</summary>
    public string? ConversationType { get; set; }

    /// <summary>The Entra tenant that the conversation lives in; null outside Teams.</summary>
    public string? TenantId { get; set; }

    /// <summary>Members that this model does not name, as sent; null when there are none.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Unknown { get; set; }

    internal ConversationAccount WithoutUnknown() => Unknown is null ? this : this with { Unknown = null };

    /// <summary>The id alone.</summary>
    public override string ToString() => Id;
}
