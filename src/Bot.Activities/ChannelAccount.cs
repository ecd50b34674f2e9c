using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Activities;

/// <summary>A user or a bot on a channel.</summary>
public sealed record ChannelAccount
{
    /// <summary>The channel's id: <c>29:…</c> for a Teams user, opaque and one per user and bot; <c>28:{appId}</c> for a bot.</summary>
    public string Id { get; set; } = "";

    /// <summary>The display name; null when not said. Never a base for a right.</summary>
    public string? Name { get; set; }

    /// <summary>The person's Entra object id, the only stable key with the tenant; null in Web Chat, for anonymous guests and for bots.</summary>
    public string? AadObjectId { get; set; }

    /// <summary>user, bot or skill; null when not said.</summary>
    public string? Role { get; set; }

    /// <summary>The account's Entra tenant; null when not said.</summary>
    public string? TenantId { get; set; }

    /// <summary>Members that this model does not name, as sent; null when there are none.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Unknown { get; set; }

    internal ChannelAccount WithoutUnknown() => Unknown is null ? this : this with { Unknown = null };

    /// <summary>Whether both ids name the same account; tools send the bare app id where Teams sends <c>28:{appId}</c> (bot-protocol 10.2).</summary>
    public static bool SameId(string? one, string? other) =>
        one is { Length: > 0 } && other is { Length: > 0 } && Bare(one).Equals(Bare(other), StringComparison.OrdinalIgnoreCase);

    /// <summary>The id alone.</summary>
    public override string ToString() => Id;

    private static ReadOnlySpan<char> Bare(string id) => id.StartsWith("28:", StringComparison.Ordinal) ? id.AsSpan(3) : id;
}
