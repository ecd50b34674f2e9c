using System.Globalization;
using System.Text;
using System.Text.Json;
using Bot.Activities;

namespace Bot.WebChat;

/// <summary>
/// One conversation of the chat page: its log, which both sides write and sockets and polls read from a watermark on. It is held in memory and
/// bounded: the page is for trying out, and a conversation ends with the process.
/// </summary>
internal sealed class DirectLineConversation(string id, ChatUser user, TimeProvider clock)
{
    private const int LogEntries = 500;
    private const int LogBytes = 4 * 1024 * 1024;
    private const int ActivitiesPerMinute = 120;

    private readonly Lock _gate = new();
    private readonly List<Entry> _log = [];
    private readonly List<DirectLineStream> _streams = [];
    private readonly Queue<long> _lastMinute = [];
    private int _logBytes;
    private long _sequence;
    private long _activities;
    private DateTimeOffset _lastTimestamp;
    private Task _turns = Task.CompletedTask;

    /// <summary>The conversation's id.</summary>
    public string Id => id;

    /// <summary>Who talks to the bot here.</summary>
    public ChatUser User => user;

    /// <summary>When somebody last used it, by the monotonic clock; the longest unused one makes room for a new one.</summary>
    public long LastUsed { get; private set; } = clock.GetTimestamp();

    /// <summary>How many sockets are open.</summary>
    public int OpenStreams
    {
        get
        {
            lock (_gate)
            {
                return _streams.Count;
            }
        }
    }

    /// <summary>A new id and a timestamp after all earlier ones: the client orders by it.</summary>
    public Activity Stamp(Activity activity)
    {
        lock (_gate)
        {
            return StampInside(activity);
        }
    }

    /// <summary>Takes one more activity of the user into this minute's count; false when the minute is full.</summary>
    public bool TryCount()
    {
        lock (_gate)
        {
            LastUsed = clock.GetTimestamp();
            while (_lastMinute.TryPeek(out var earliest) && clock.GetElapsedTime(earliest) >= TimeSpan.FromMinutes(1))
            {
                _lastMinute.Dequeue();
            }
            if (_lastMinute.Count >= ActivitiesPerMinute)
            {
                return false;
            }
            _lastMinute.Enqueue(LastUsed);
            return true;
        }
    }

    /// <summary>
    /// Stores the user's activity and queues the bot's turn on it. A repeat, known by its clientActivityID, gets the id of the first and no turn
    /// (bot-protocol 7.2).
    /// </summary>
    public string Accept(Activity activity, string? clientActivityId, Func<Activity, Task> turn)
    {
        lock (_gate)
        {
            if (clientActivityId is not null && _log.Find(entry => entry.ClientActivityId == clientActivityId) is { } first)
            {
                return first.Id;
            }
            var stamped = StampInside(activity);
            Append(stamped.Id!, clientActivityId, Seen(stamped));
            _turns = RunAfter(_turns, stamped, turn);
            return stamped.Id!;
        }
    }

    /// <summary>Queues a turn on an activity that the client does not see.</summary>
    public void AcceptUnseen(Activity activity, Func<Activity, Task> turn)
    {
        lock (_gate)
        {
            _turns = RunAfter(_turns, StampInside(activity), turn);
        }
    }

    /// <summary>Puts an activity of the bot into the log; its id.</summary>
    public string Add(Activity activity)
    {
        lock (_gate)
        {
            // Web Chat holds a reply back for seconds when it never saw what is replied to, as the start of the conversation.
            var known = _log.Exists(entry => entry.Id == activity.ReplyToId);
            var stamped = StampInside(activity with { ReplyToId = known ? activity.ReplyToId : null });
            Append(stamped.Id!, null, Seen(stamped));
            return stamped.Id!;
        }
    }

    /// <summary>Puts the new content of an activity at the end of the log under its old id: the client shows it in the old one's place.</summary>
    public bool Replace(string activityId, Activity activity)
    {
        lock (_gate)
        {
            if (!RemoveInside(activityId, out var timestamp))
            {
                return false;
            }
            Append(activityId, null, Seen(activity with { Id = activityId, Timestamp = timestamp }));
            return true;
        }
    }

    /// <summary>Takes an activity out of the log; a client that shows it goes on showing it, for Direct Line has no word for this.</summary>
    public bool Remove(string activityId)
    {
        lock (_gate)
        {
            return RemoveInside(activityId, out _);
        }
    }

    /// <summary>Shows an activity to open sockets only, it is not kept (typing); its id.</summary>
    public string Show(Activity activity)
    {
        lock (_gate)
        {
            var stamped = StampInside(activity);
            var shown = Serialize(Seen(stamped));
            _streams.ForEach(stream => stream.Show(shown));
            return stamped.Id!;
        }
    }

    /// <summary>What came after the watermark, as the body of a poll or of a frame, and the new watermark; null body when nothing did.</summary>
    public (byte[]? Frame, long Watermark) After(long watermark, bool evenIfNone = false)
    {
        lock (_gate)
        {
            LastUsed = clock.GetTimestamp();
            var news = _log.Where(entry => entry.Sequence > watermark).Select(entry => entry.Json).ToList();
            return (news.Count > 0 || evenIfNone ? Frame(news, _sequence) : null, _sequence);
        }
    }

    /// <summary>A frame of activities; without a watermark the client keeps the one it has.</summary>
    public static byte[] Frame(IReadOnlyList<byte[]> activities, long? watermark)
    {
        var frame = new MemoryStream();
        frame.Write("{\"activities\":["u8);
        for (var i = 0; i < activities.Count; i++)
        {
            frame.Write(i == 0 ? [] : ","u8);
            frame.Write(activities[i]);
        }
        frame.Write(
            Encoding.UTF8.GetBytes(watermark is { } w ? string.Create(CultureInfo.InvariantCulture, $"],\"watermark\":\"{w}\"}}") : "]}")
        );
        return frame.ToArray();
    }

    /// <summary>From now on the stream is woken by news.</summary>
    public void Join(DirectLineStream stream)
    {
        lock (_gate)
        {
            _streams.Add(stream);
        }
    }

    /// <summary>The stream is closed.</summary>
    public void Leave(DirectLineStream stream)
    {
        lock (_gate)
        {
            _streams.Remove(stream);
        }
    }

    private Activity StampInside(Activity activity)
    {
        var now = clock.GetUtcNow();
        _lastTimestamp = now > _lastTimestamp ? now : _lastTimestamp.AddMilliseconds(1);
        var timestamp = _lastTimestamp.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        _lastTimestamp = DateTimeOffset.Parse(timestamp, CultureInfo.InvariantCulture);
        return activity with { Id = string.Create(CultureInfo.InvariantCulture, $"{id}|{++_activities:D7}"), Timestamp = timestamp };
    }

    // What the client may see: neither the connector's address, which is a secret, nor who the persona is in the directory.
    private Activity Seen(Activity activity) =>
        activity with
        {
            ServiceUrl = null,
            Recipient = null,
            From = activity.From is { } from
                ? new ChannelAccount
                {
                    Id = from.Id,
                    Name = from.Name,
                    Role = from.Role,
                }
                : null,
            Conversation = new ConversationAccount { Id = id },
        };

    private void Append(string activityId, string? clientActivityId, Activity seen)
    {
        var json = Serialize(seen);
        _log.Add(new Entry(++_sequence, activityId, clientActivityId, json, seen.Timestamp));
        _logBytes += json.Length;
        while (_log.Count > LogEntries || (_logBytes > LogBytes && _log.Count > 1))
        {
            _logBytes -= _log[0].Json.Length;
            _log.RemoveAt(0);
        }
        _streams.ForEach(stream => stream.Wake());
    }

    private bool RemoveInside(string activityId, out string? timestamp)
    {
        var at = _log.FindIndex(entry => entry.Id == activityId);
        timestamp = at < 0 ? null : _log[at].Timestamp;
        if (at < 0)
        {
            return false;
        }
        _logBytes -= _log[at].Json.Length;
        _log.RemoveAt(at);
        return true;
    }

    // One turn after the other, none inside the request that brought it.
    private static async Task RunAfter(Task earlier, Activity activity, Func<Activity, Task> turn)
    {
        await earlier.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        await turn(activity);
    }

    private static byte[] Serialize(Activity activity) => JsonSerializer.SerializeToUtf8Bytes(activity, ActivityJsonContext.Wire.Activity);

    private sealed record Entry(long Sequence, string Id, string? ClientActivityId, byte[] Json, string? Timestamp);
}
