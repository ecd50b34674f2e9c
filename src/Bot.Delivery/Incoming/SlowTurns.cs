using Bot.Activities;
using Bot.Delivery.Outgoing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Delivery.Incoming;

/// <summary>
/// Looks over the running turns: one that takes long shows that the bot is writing, one that takes longer is written down and accepted.
/// One timer for all, so that a fast turn pays nothing for it.
/// </summary>
internal sealed class SlowTurns(RunningTurns turns, DeliveryRows rows, ReplyPost post, DeliveryClock time, ILogger<SlowTurns> logger)
    : BackgroundService
{
    private static readonly TimeSpan TypingLimit = TimeSpan.FromSeconds(2);

    // Teams takes one line a second (bot-protocol 6.5).
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(1.5);

    /// <summary>Writes down and accepts what runs for at least this long; how many it could not write.</summary>
    public async Task<int> WriteDownAsync(TimeSpan olderThan)
    {
        IReadOnlySet<Turn>? elsewhere = null;
        var slow = turns.Since(Before(olderThan)).FindAll(static turn => turn.TryBeginWriting());
        if (slow.Count == 0)
        {
            return 0;
        }
        try
        {
            elsewhere = await rows.AcceptAsync(slow);
        }
        catch (Exception e)
        {
            Log.SlowNotWritten(logger, slow.Count, e);
        }
        foreach (var turn in slow)
        {
            if (elsewhere?.Contains(turn) == true)
            {
                Log.LeftToAnother(logger, turn.Key.Text);
                turn.LeaveToAnother();
            }
            else
            {
                turn.EndWriting(elsewhere is not null);
            }
        }
        return elsewhere is null ? slow.Count : 0;
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        time.EachAsync(
            time.Options.SweepEvery,
            _ =>
            {
                ShowTyping();
                return WriteDownAsync(time.Options.SlowAfter);
            },
            stoppingToken
        );

    private void ShowTyping()
    {
        foreach (var turn in turns.Since(Before(time.Options.TypingAfter)))
        {
            if (ShowsTyping(turn))
            {
                turn.BeginTyping(Before(BetweenLines), lines => SendTypingAsync(turn.Activity, lines));
            }
        }
    }

    // Teams shows no typing in channels; mail and text messages have nothing to show it with.
    private static bool ShowsTyping(Turn turn) =>
        turn.Activity is { Type: ActivityTypes.Message, ExpectsReplies: false, ChannelId: not ("email" or "sms" or "twilio-sms") }
        && turn.Activity.Conversation?.ConversationType != "channel";

    private async Task SendTypingAsync(Activity activity, TurnProgress? lines)
    {
        var typing = activity.CreateReply();
        typing.Type = ActivityTypes.Typing;
        lines?.Put(typing, time.Clock.GetTimestamp());
        using var limit = new CancellationTokenSource(TypingLimit, time.Clock);
        try
        {
            var id = await post(typing, limit.Token);
            lines?.Took(id);
        }
        catch (Exception e)
        {
            lines?.Failed();
            Log.TypingFailed(logger, e.Message);
        }
    }

    private long Before(TimeSpan age) => time.Clock.GetTimestamp() - (long)(age.TotalSeconds * time.Clock.TimestampFrequency);
}
