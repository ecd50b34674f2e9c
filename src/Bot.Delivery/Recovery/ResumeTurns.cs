using System.Text.Json;
using Bot.Activities;
using Bot.Delivery.Incoming;
using Bot.Delivery.Outgoing;
using Bot.Store.Rows;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Delivery.Recovery;

/// <summary>Accepted activities that a process which is gone left without an answer take their places in their conversations again, in order.</summary>
internal sealed class ResumeTurns(
    ActivityInbox inbox,
    AnsweredActivities answered,
    DeliveryRows rows,
    OutboxQueue queue,
    GivenUpTurn givenUp,
    IOptions<DeliveryOptions> options,
    ILogger<ResumeTurns> logger
)
{
    /// <summary>How many there were.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var entries = await rows.TakeOverAsync(cancellationToken);
        if (entries.Count > 0)
        {
            // What their process noted as answered before it went.
            await answered.LoadAsync(cancellationToken);
        }
        foreach (var entry in entries)
        {
            await ResumeAsync(entry);
        }
        return entries.Count;
    }

    private async Task ResumeAsync(InboxEntry entry)
    {
        if (Read(entry) is not { } activity)
        {
            Log.TurnSetAside(logger, entry.Key, 0);
            await rows.SetAsideAsync(entry, "the entry holds no activity");
            return;
        }
        var turn = Turn.Resumed(activity, entry.Key, rows.Clock);
        if (answered.Contains(turn.Key))
        {
            // The answer got out and only the entry was left.
            await rows.CompleteAsync(turn.Key);
            return;
        }
        if (entry.Attempts > options.Value.MaxTurnAttempts)
        {
            await GiveUpAsync(entry, turn);
            return;
        }
        inbox.Resume(turn);
    }

    // Whatever ends its process would end this one too, with all that others ask.
    private async Task GiveUpAsync(InboxEntry entry, Turn turn)
    {
        Log.TurnSetAside(logger, entry.Key, entry.Attempts);
        var reply = givenUp(turn.Activity);
        if (reply is not null)
        {
            reply.ServiceUrl ??= turn.Activity.ServiceUrl;
            reply.Conversation ??= turn.Activity.Conversation;
            queue.Backlog.Add(turn.Conversation);
        }
        await rows.SetAsideAsync(entry, "the process ended during its turn, each time", reply);
        answered.Add(turn.Key);
        queue.Signal.Wake();
    }

    private static Activity? Read(InboxEntry entry)
    {
        try
        {
            return JsonSerializer.Deserialize(entry.Activity, ActivityJsonContext.Wire.Activity);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
