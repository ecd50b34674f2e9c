using System.Diagnostics;
using Bot.Activities;
using Bot.Delivery;
using Bot.Delivery.Recipients;
using Bot.Telemetry;

namespace Bot.Turns;

/// <summary>One activity in, what is said to it out. Which kind of activity goes where stands here, one line each.</summary>
internal sealed class TurnRouter(
    MessageTurn message,
    InvokeTurn invoke,
    MembershipTurn membership,
    FailedTurn failed,
    ConversationReferences references,
    BotMeters meters,
    ILogger<TurnRouter> logger
)
{
    public async Task<TurnReply> HandleAsync(Activities.Activity activity, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        using var span = BotMeters.Source.StartActivity("turn");
        var turn = await TakeAsync(activity, progress, cancellationToken);
        var took = Stopwatch.GetElapsedTime(started);
        span?.SetTag("bot.activity.type", activity.Type);
        span?.SetTag("bot.query.kind", turn.Kind);
        span?.SetTag("bot.outcome", turn.Outcome);
        meters.Answered(turn.Kind, turn.Outcome, took);
        logger.TurnAnswered(activity.Type, turn.Kind, turn.Outcome, took.TotalMilliseconds);
        return turn.Reply;
    }

    // What fails once may go better at once: a store that was just locked. What fails twice is told, with a reference.
    private async Task<Turn> TakeAsync(Activities.Activity activity, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        try
        {
            return await RunAsync(activity, progress, cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            logger.TurnTriedAgain(e);
        }

        try
        {
            return await RunAsync(activity, progress, cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested && FailedTurn.Speaks(activity))
        {
            return failed.Of(activity, e);
        }
    }

    private async Task<Turn> RunAsync(Activities.Activity activity, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        if (activity.Type is ActivityTypes.Message or ActivityTypes.Invoke)
        {
            // Whoever writes or clicks can be written to later.
            await references.TrySeeAsync(activity, cancellationToken);
        }

        return activity.Type switch
        {
            ActivityTypes.Message => await message.HandleAsync(activity, progress, cancellationToken),
            ActivityTypes.Invoke => await invoke.HandleAsync(activity, cancellationToken),
            ActivityTypes.ConversationUpdate or ActivityTypes.InstallationUpdate => await membership.HandleAsync(
                activity,
                cancellationToken
            ),
            // Edits and deletions of a question, reactions, events and unknown types are taken note of and not answered.
            _ => Turn.Silent,
        };
    }
}
