using System.Text.Json;

namespace Bot.Activities.Inbound;

/// <summary>A channel's token does not limit tenants, so the activity's own are held against the list (bot-protocol 10.2).</summary>
internal static class TenantRule
{
    /// <summary>
    /// The first tenant that the activity names and that is not on the list: every one that it names must be. Empty where it must name one and
    /// names none, null where nothing is against it. What names no tenant comes from a channel without them, and passes an empty list.
    /// </summary>
    public static string? Refused(IReadOnlyList<string> allowed, Activity activity)
    {
        string?[] named = [activity.Conversation?.TenantId, ChannelTenant(activity.ChannelData)];
        var tenants = named.OfType<string>().Where(static tenant => tenant.Length > 0).ToList();
        return tenants.Find(tenant => !allowed.Contains(tenant, StringComparer.OrdinalIgnoreCase))
            ?? (tenants.Count == 0 && allowed.Count > 0 ? "" : null);
    }

    private static string? ChannelTenant(JsonElement? channelData) =>
        channelData is { ValueKind: JsonValueKind.Object } data
        && data.TryGetProperty("tenant", out var tenant)
        && tenant.ValueKind == JsonValueKind.Object
        && tenant.TryGetProperty("id", out var id)
        && id.ValueKind == JsonValueKind.String
            ? id.GetString()
            : null;
}
