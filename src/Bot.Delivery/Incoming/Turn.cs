using Bot.Activities;

namespace Bot.Delivery.Incoming;

/// <summary>
/// One accepted activity on its way to its answer. Two parties meet here: the runner, which answers, and the sweep, which writes the turn
/// down when it is slow; each asks the turn before it acts.
/// </summary>
internal sealed class Turn
{
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource<InvokeResponse?> _accepted = new();
    private TaskCompletionSource? _writing;
    private Task? _typing;
    private bool _settled;
    private bool _speaks;

    public Turn(Activity activity, TimeProvider clock)
    {
        Activity = activity;
        Conversation = ActivityKey.ConversationOf(activity);
        Key = ActivityKey.Of(activity, Conversation, clock);
        Began = clock.GetTimestamp();
        ReceivedAt = clock.GetUtcNow();
        Place = new LinkedListNode<Turn>(this);
        Progress = ShowsProgress(activity) ? new() : null;
    }

    public Activity Activity { get; }

    public string Conversation { get; }

    public ActivityKey Key { get; private init; }

    /// <summary>When the turn was accepted, as a timestamp of the clock.</summary>
    public long Began { get; }

    public DateTimeOffset ReceivedAt { get; }

    public LinkedListNode<Turn> Place { get; }

    /// <summary>What is shown while the turn is at work; null where its chat shows no such lines.</summary>
    public TurnProgress? Progress { get; }

    /// <summary>Whether the answer goes into the HTTP response; such a turn cannot be accepted before it ends.</summary>
    public bool AnswersInResponse => Activity.Type == ActivityTypes.Invoke || Activity.ExpectsReplies;

    /// <summary>Whether the activity is written down, so that it outlives the process.</summary>
    public bool Durable { get; private set; }

    /// <summary>Whether another instance has the activity written down: the answer is that one's to give.</summary>
    public bool Elsewhere { get; private set; }

    /// <summary>Whether the turn is its conversation's running one.</summary>
    public bool Runs { get; set; }

    /// <summary>What the channel is told, as soon as it may be told.</summary>
    public Task<InvokeResponse?> Accepted => _accepted.Task;

    public void Accept(InvokeResponse? answer) => _accepted.TrySetResult(answer);

    /// <summary>A turn that was found written down at start.</summary>
    /// <param name="activity">The activity as it came.</param>
    /// <param name="rowKey">The key of its row; an activity without id has no other.</param>
    /// <param name="clock">The time.</param>
    public static Turn Resumed(Activity activity, string rowKey, TimeProvider clock)
    {
        var turn = new Turn(activity, clock);
        turn = turn.Key.Repeats ? turn : new Turn(activity, clock) { Key = ActivityKey.FromText(rowKey) with { Repeats = false } };
        turn.Durable = true;
        turn.Accept(DeliveryAnswers.Accepted);
        return turn;
    }

    /// <summary>Whether the sweep may write the turn down now; if so, <see cref="EndWriting"/> or <see cref="LeaveToAnother"/> must follow.</summary>
    public bool TryBeginWriting()
    {
        lock (_gate)
        {
            if (_settled || Durable || Elsewhere || AnswersInResponse || _writing is not null)
            {
                return false;
            }
            _writing = new(TaskCreationOptions.RunContinuationsAsynchronously);
            return true;
        }
    }

    public void EndWriting(bool written) => End(written, elsewhere: false);

    /// <summary>Another instance has the activity written down.</summary>
    public void LeaveToAnother() => End(written: false, elsewhere: true);

    private void End(bool written, bool elsewhere)
    {
        TaskCompletionSource? writing;
        lock (_gate)
        {
            (Durable, Elsewhere) = (written, elsewhere);
            (writing, _writing) = (_writing, null);
        }
        writing?.SetResult();
        if (written || elsewhere)
        {
            Accept(DeliveryAnswers.Accepted);
        }
    }

    /// <summary>From here on the sweep leaves the turn alone, so that <see cref="Durable"/> stays what it is.</summary>
    public Task SettleAsync()
    {
        lock (_gate)
        {
            _settled = true;
            return _writing?.Task ?? Task.CompletedTask;
        }
    }

    /// <summary>
    /// Signals that the bot is writing, unless the answer is on its way: once, and with each new line of progress when the signal before has
    /// arrived.
    /// </summary>
    /// <param name="linesBefore">No new line is shown where the last one is younger than this timestamp.</param>
    /// <param name="signal">Sends the signal, with the line where it is given one to take it from.</param>
    public void BeginTyping(long linesBefore, Func<TurnProgress?, Task> signal)
    {
        lock (_gate)
        {
            if (!Runs || _speaks || _typing is { IsCompleted: false })
            {
                return;
            }
            var lines = Progress is { HasNews: true } progress && progress.ShownAt <= linesBefore ? progress : null;
            if (lines is not null || _typing is null)
            {
                _typing = signal(lines);
            }
        }
    }

    /// <summary>From here on no typing signal leaves; ends when the one under way has arrived.</summary>
    public Task EndTypingAsync()
    {
        lock (_gate)
        {
            _speaks = true;
            return _typing ?? Task.CompletedTask;
        }
    }

    // Teams shows them in personal chats and nowhere else (bot-protocol 6.5).
    private static bool ShowsProgress(Activity activity) =>
        activity is { Type: ActivityTypes.Message, ExpectsReplies: false, ChannelId: "msteams", Conversation.ConversationType: "personal" };
}
