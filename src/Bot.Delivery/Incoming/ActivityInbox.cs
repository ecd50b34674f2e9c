using System.Collections.Concurrent;
using Bot.Activities;
using Microsoft.Extensions.Logging;

namespace Bot.Delivery.Incoming;

/// <summary>
/// Takes activities from the channel, each once. A usual turn ends inside its request without touching the store; a slow one is written
/// down and goes on; what cannot be accounted for is refused, so that the channel delivers again (docs/delivery.md).
/// </summary>
public sealed class ActivityInbox
{
    private readonly ConcurrentDictionary<UInt128, Turn> _running = new();
    private readonly TurnRunner _runner;
    private readonly RunningTurns _turns;
    private readonly AnsweredActivities _answered;
    private readonly OtherInstances _others;
    private readonly RecentResponses _responses;
    private readonly DeliveryClock _time;
    private readonly ILogger<ActivityInbox> _logger;
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _closed;

    internal ActivityInbox(
        TurnRunner runner,
        RunningTurns turns,
        AnsweredActivities answered,
        OtherInstances others,
        DeliveryClock time,
        ILogger<ActivityInbox> logger
    )
    {
        (_runner, _turns, _answered, _others, _time, _logger) = (runner, turns, answered, others, time, logger);
        _responses = new RecentResponses(time.Clock);
    }

    /// <summary>
    /// Takes one activity; ends when the channel may be told. The result is the HTTP answer: of an invoke or an expectReplies activity its
    /// content, else 200 (answered), 202 (written down), 429 (too many, later) or 503 (not accepted, deliver again).
    /// </summary>
    /// <param name="activity">The activity; its conversation id is there.</param>
    /// <param name="cancellationToken">Ends only the wait for the start of delivery, never a turn.</param>
    public Task<InvokeResponse?> AcceptAsync(Activity activity, CancellationToken cancellationToken = default) =>
        _opened.Task.IsCompletedSuccessfully ? Accept(activity) : AcceptLaterAsync(activity, cancellationToken);

    internal void Open() => _opened.TrySetResult();

    internal void Close() => _closed = true;

    /// <summary>Takes up again what an earlier process accepted; called before the inbox opens, in the order of acceptance.</summary>
    internal void Resume(Turn turn)
    {
        _running.TryAdd(turn.Key.Hash, turn);
        _turns.Add(turn);
        _ = RunAsync(turn);
    }

    private async Task<InvokeResponse?> AcceptLaterAsync(Activity activity, CancellationToken cancellationToken)
    {
        await _opened.Task.WaitAsync(cancellationToken);
        return await Accept(activity);
    }

    private Task<InvokeResponse?> Accept(Activity activity)
    {
        if (_closed)
        {
            return Task.FromResult<InvokeResponse?>(DeliveryAnswers.Unavailable);
        }
        var turn = new Turn(activity, _time.Clock);
        if (turn.Key.Repeats)
        {
            var first = _running.GetOrAdd(turn.Key.Hash, turn);
            if (!ReferenceEquals(first, turn))
            {
                return first.Accepted;
            }
            if (Answered(turn) is { } answer)
            {
                turn.Accept(answer);
                _running.TryRemove(turn.Key.Hash, out _);
                return turn.Accepted;
            }
        }
        if (!_turns.TryAdd(turn))
        {
            Log.Overloaded(_logger, _turns.Count, activity.Id);
            _running.TryRemove(turn.Key.Hash, out _);
            turn.Accept(DeliveryAnswers.Overloaded);
            return turn.Accepted;
        }
        _ = RunAsync(turn);
        return turn.Accepted;
    }

    private InvokeResponse? Answered(Turn turn) =>
        turn.AnswersInResponse ? _responses.Find(turn.Key.Hash)
        : _answered.Contains(turn.Key) ? DeliveryAnswers.Answered
        : _others.HaveAccepted(turn.Key) ? DeliveryAnswers.Accepted
        : null;

    private async Task RunAsync(Turn turn)
    {
        var answer = await _runner.RunAsync(turn);
        if (turn.AnswersInResponse)
        {
            if (turn.Key.Repeats && answer is { Status: < 500 })
            {
                _responses.Add(turn.Key.Hash, answer);
            }
        }
        else if (ReferenceEquals(answer, DeliveryAnswers.Answered))
        {
            _answered.Add(turn.Key);
        }
        // Remembered first, then no longer running: a repeat finds it in one of the two.
        _running.TryRemove(turn.Key.Hash, out _);
        _turns.Remove(turn);
        await turn.SettleAsync();
        turn.Accept(answer);
    }
}
