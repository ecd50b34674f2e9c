using System.Text.Json;

namespace Bot.Activities.Inbound;

/// <summary>A channel's token does not limit tenants, so the activity's own are held against the list (bot-protocol 10.2).</summary>
internal static class TenantRule
{
    /// <summary>Whether every tenant that the activity names is on the list, and it names one; true for an empty list.</summary>
    public static bool Allows(IReadOnlyList<string> allowed, Activity activity)
    {
        if (allowed.Count == 0)
        {
            return true;
        }
        string?[] named = [activity.Conversation?.TenantId, ChannelTenant(activity.ChannelData)];
        var tenants = named.Where(static tenant => !string.IsNullOrEmpty(tenant)).ToList();
        return tenants.Count > 0 && tenants.TrueForAll(tenant => allowed.Contains(tenant, StringComparer.OrdinalIgnoreCase));
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
