using System.Text.Json;
using Bot.Activities;
using Bot.Delivery.Pacing;
using Bot.Store.Rows;

namespace Bot.Delivery.Outgoing;

/// <summary>Sends one reply that waited in the outbox.</summary>
internal sealed class ReplySender(ReplyPost reply, ConnectorPace pace, DeliveryClock time)
{
    /// <summary>How it ended.</summary>
    public async Task<PostOutcome> SendAsync(OutboxMessage message, CancellationToken stop)
    {
        Activity? activity;
        try
        {
            activity = JsonSerializer.Deserialize(message.Activity, ActivityJsonContext.Wire.Activity);
        }
        catch (JsonException e)
        {
            return PostOutcome.Refused("the row holds no activity") with { Detail = e.Message };
        }
        if (activity is null)
        {
            return PostOutcome.Refused("the row holds no activity");
        }
        var tenant = activity.Conversation?.TenantId ?? "";
        if (await pace.EnterAsync(message.ConversationKey, tenant, time.Options.LeaseTime / 3, stop) is var wait && wait > TimeSpan.Zero)
        {
            return PostOutcome.Later("the pace of the conversation or tenant", wait);
        }
        try
        {
            // A stop waits for the answer: a call that was cut off may have been carried out.
            return PostOutcome.Sent(await reply(activity, CancellationToken.None));
        }
        catch (Exception e)
        {
            return PostOutcome.Of(e);
        }
    }
}
