using System.Collections.Concurrent;
using Bot.Delivery.Recipients;
using Bot.Store.Notices;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Delivery.Outgoing;

/// <summary>
/// Writes down, behind the turn, where the replies went whose cards are to be kept up to date. What a crash loses of it stays as it was
/// posted; a click on it is answered with the present state all the same.
/// </summary>
internal sealed class KeptReplies(KeptCards cards, OutboxQueue queue, DeliveryClock time, ILogger<KeptReplies> logger) : BackgroundService
{
    private const int MostUnwritten = 1_000;
    private static readonly TimeSpan Batch = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentQueue<(KeptCard Card, PostedAnswer Posted)> _unwritten = new();

    /// <summary>Takes a reply that was posted, or that waits in that message; what has no id cannot be replaced.</summary>
    public void Add(TurnReply answer, string? activityId, long? waiting)
    {
        if (
            answer is { Keeps: { } card, Activity: { Conversation.Id: { } conversation } reply }
            && (activityId is not null || waiting is not null)
            && _unwritten.Count < MostUnwritten
        )
        {
            var recipient = $"conversation:{ConversationReferences.KeyOf(reply.ChannelId, conversation)}";
            _unwritten.Enqueue((card, new(recipient, reply.ServiceUrl ?? "", conversation, activityId, waiting)));
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await WriteAsync();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => time.EachAsync(Batch, _ => WriteAsync(), stoppingToken);

    private async Task WriteAsync()
    {
        try
        {
            while (_unwritten.TryPeek(out var next))
            {
                if (await cards.KeepAsync(next.Card, next.Posted, CancellationToken.None))
                {
                    queue.Signal.Wake();
                }
                _unwritten.TryDequeue(out _);
            }
        }
        catch (Exception e)
        {
            Log.CardsNotKept(logger, _unwritten.Count, e);
        }
    }
}
