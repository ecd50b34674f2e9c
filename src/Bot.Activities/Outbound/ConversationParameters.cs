using System.Text.Json;

namespace Bot.Activities.Outbound;

/// <summary>What a conversation is created from (bot-protocol 3.6); Teams requires the tenant in the channel data too.</summary>
public sealed record ConversationParameters
{
    /// <summary>The bot; null where the channel knows it.</summary>
    public ChannelAccount? Bot { get; set; }

    /// <summary>The people; null for a thread in a channel.</summary>
    public IList<ChannelAccount>? Members { get; set; }

    /// <summary>False for a 1:1 chat, true for a thread in a channel.</summary>
    public bool IsGroup { get; set; }

    /// <summary>The Entra tenant; null outside Teams.</summary>
    public string? TenantId { get; set; }

    /// <summary>tenant, or channel for a new thread; null outside Teams.</summary>
    public JsonElement? ChannelData { get; set; }

    /// <summary>The first message; null to send it afterwards.</summary>
    public Activity? Activity { get; set; }

    /// <summary>A 1:1 chat in Teams with a person known by <c>29:</c> id or Entra object id.</summary>
    public static ConversationParameters ForPerson(string personId, string tenantId, ChannelAccount? bot = null)
    {
        var tenant = RawJson.From(tenantId, ActivityJsonContext.Wire.String);
        return new()
        {
            Bot = bot,
            Members = [new ChannelAccount { Id = personId }],
            TenantId = tenantId,
            ChannelData = RawJson.FromText($$$"""{"tenant":{"id":{{{tenant}}}}}""").Parse(),
        };
    }
}

/// <summary>The conversation that was created, or was there already: the same person gives the same id.</summary>
public sealed record ConversationResourceResponse
{
    /// <summary>Id of the conversation.</summary>
    public string Id { get; set; } = "";

    /// <summary>Id of the first message; null when none was sent along.</summary>
    public string? ActivityId { get; set; }

    /// <summary>Where to send from now on; null when the address used stays good.</summary>
    public string? ServiceUrl { get; set; }
}

/// <summary>One page of a conversation's members.</summary>
public sealed record PagedMembersResult
{
    /// <summary>Asks for the next page; null on the last.</summary>
    public string? ContinuationToken { get; set; }

    /// <summary>The members of this page.</summary>
    public IList<ChannelAccount> Members { get; set; } = [];
}
