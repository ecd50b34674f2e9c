using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Bot.Activities.Hosting;
using Microsoft.Extensions.Options;

namespace Bot.Activities.Outbound;

/// <summary>
/// The Bot Connector's REST calls (bot-protocol 3.1). What the connector refuses for the moment is repeated within a budget; what it
/// refuses for good, and what did not help, is a <see cref="ConnectorException"/>.
/// </summary>
public sealed class ConnectorClient
{
    private readonly ConnectorCalls _calls;
    private readonly ActivitiesOptions _options;
    private readonly bool _once;

    internal ConnectorClient(ConnectorCalls calls, IOptions<ActivitiesOptions> options)
        : this(calls, options.Value, once: false) { }

    private ConnectorClient(ConnectorCalls calls, ActivitiesOptions options, bool once) =>
        (_calls, _options, _once) = (calls, options, once);

    /// <summary>The same calls without repeats, for a caller who has more patience and knows the pace.</summary>
    public ConnectorClient Once => new(_calls, _options, once: true);

    /// <summary>Sends the activity to its conversation, as a reply where it says to what; the new activity's id, null when the channel gives none.</summary>
    public Task<string?> SendAsync(Activity activity, CancellationToken cancellationToken) =>
        string.IsNullOrEmpty(activity.ReplyToId)
            ? SendToConversationAsync(activity, cancellationToken)
            : ReplyToActivityAsync(activity, cancellationToken);

    /// <summary>Sends the activity to its conversation; the new activity's id, null when the channel gives none.</summary>
    public Task<string?> SendToConversationAsync(Activity activity, CancellationToken cancellationToken) =>
        PostAsync(activity, HttpMethod.Post, Address(activity, "activities"), cancellationToken);

    /// <summary>Sends the activity as a reply to its <see cref="Activity.ReplyToId"/>; the new activity's id, null when the channel gives none.</summary>
    public Task<string?> ReplyToActivityAsync(Activity activity, CancellationToken cancellationToken) =>
        PostAsync(activity, HttpMethod.Post, Address(activity, "activities", activity.ReplyToId), cancellationToken);

    /// <summary>Puts the activity in the place of one sent before; what it leaves out is gone (bot-protocol 10.3).</summary>
    public Task<string?> UpdateActivityAsync(Activity activity, string activityId, CancellationToken cancellationToken) =>
        PostAsync(activity, HttpMethod.Put, Address(activity, "activities", activityId), cancellationToken);

    /// <summary>Takes back an activity sent before.</summary>
    public Task DeleteActivityAsync(ConversationReference reference, string activityId, CancellationToken cancellationToken) =>
        _calls.CallAsync(
            HttpMethod.Delete,
            Address(reference.ServiceUrl, reference.Conversation.Id, "activities", activityId),
            null,
            _once,
            cancellationToken
        );

    /// <summary>Creates a conversation, or finds the one that is there.</summary>
    public async Task<ConversationResourceResponse> CreateConversationAsync(
        string serviceUrl,
        ConversationParameters parameters,
        CancellationToken cancellationToken
    )
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(parameters, ActivityJsonContext.OutgoingParameters);
        var answer = await _calls.CallAsync(HttpMethod.Post, Address(serviceUrl), body, _once, cancellationToken);
        return Read(answer, ActivityJsonContext.Wire.ConversationResourceResponse);
    }

    /// <summary>One member by <c>29:</c> id, Entra object id or user principal name.</summary>
    public async Task<ChannelAccount> GetConversationMemberAsync(
        ConversationReference reference,
        string memberId,
        CancellationToken cancellationToken
    )
    {
        var address = Address(reference.ServiceUrl, reference.Conversation.Id, "members", memberId);
        return WithObjectId(
            Read(await _calls.CallAsync(HttpMethod.Get, address, null, _once, cancellationToken), ActivityJsonContext.Wire.ChannelAccount)
        );
    }

    /// <summary>One page of members; Teams takes page sizes from 50 to 500.</summary>
    public async Task<PagedMembersResult> GetConversationPagedMembersAsync(
        ConversationReference reference,
        int pageSize,
        string? continuationToken,
        CancellationToken cancellationToken
    )
    {
        var query = string.Create(CultureInfo.InvariantCulture, $"?pageSize={pageSize}");
        query += string.IsNullOrEmpty(continuationToken) ? "" : $"&continuationToken={Uri.EscapeDataString(continuationToken)}";
        var address = Address(reference.ServiceUrl, reference.Conversation.Id, "pagedmembers") + query;
        var page = Read(
            await _calls.CallAsync(HttpMethod.Get, address, null, _once, cancellationToken),
            ActivityJsonContext.Wire.PagedMembersResult
        );
        return page with { Members = [.. page.Members.Select(WithObjectId)] };
    }

    private async Task<string?> PostAsync(Activity activity, HttpMethod method, string address, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(activity, ActivityJsonContext.Outgoing);
        return ConnectorAnswer.IdIn((await _calls.CallAsync(method, address, body, _once, cancellationToken)).Span);
    }

    private string Address(Activity activity, params ReadOnlySpan<string?> segments) =>
        Address(activity.ServiceUrl ?? "", [activity.Conversation?.Id, .. segments]);

    private string Address(string serviceUrl, params ReadOnlySpan<string?> segments)
    {
        if (!ServiceUrlAllowList.Allows(serviceUrl, _options))
        {
            throw new ConnectorException(
                new() { Code = ConnectorError.ForeignHost, Message = $"{serviceUrl} is not a connector that may see the bot's token" }
            );
        }
        var address = (serviceUrl.EndsWith('/') ? serviceUrl[..^1] : serviceUrl) + "/v3/conversations";
        foreach (var segment in segments)
        {
            // A segment of dots or of nothing would name another resource.
            if (string.IsNullOrEmpty(segment) || segment is "." or "..")
            {
                throw new ConnectorException(new() { Code = "BadArgument", Message = "an id is missing" });
            }
            address = $"{address}/{Uri.EscapeDataString(segment)}";
        }
        return address;
    }

    private static T Read<T>(ReadOnlyMemory<byte> answer, JsonTypeInfo<T> contract)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(answer.Span, contract) ?? throw new JsonException("null");
        }
        catch (JsonException e)
        {
            throw new ConnectorException(new() { Code = "BadAnswer", Message = e.Message });
        }
    }

    // Older answers say objectId where newer ones say aadObjectId.
    private static ChannelAccount WithObjectId(ChannelAccount member) =>
        member.AadObjectId is null && member.Unknown?.TryGetValue("objectId", out var id) == true && id.ValueKind == JsonValueKind.String
            ? member with
            {
                AadObjectId = id.GetString(),
            }
            : member;
}
