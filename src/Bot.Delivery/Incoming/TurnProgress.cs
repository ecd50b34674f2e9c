using System.Text;
using Bot.Activities;

namespace Bot.Delivery.Incoming;

/// <summary>
/// What one turn shows in a personal chat of Teams while it is at work: lines of progress, each in the place of the one before, which the
/// reply ends. One line is posted at a time, and never again after one has failed.
/// </summary>
internal sealed class TurnProgress : IProgress<string>
{
    // Longer lines are refused; half a sentence may say something else than the whole.
    private const int MostBytes = 1_000;

    private volatile string? _latest;
    private string? _shown;
    private int _sequence;
    private bool _ended;

    /// <summary>The channel's id of what is shown; null while nothing is.</summary>
    public string? StreamId { get; private set; }

    /// <summary>When the last line was posted, as a timestamp of the clock.</summary>
    public long ShownAt { get; private set; } = long.MinValue;

    /// <summary>Whether there is a line to show.</summary>
    public bool HasNews => !_ended && _latest is { } latest && latest != _shown;

    public void Report(string value)
    {
        if (Encoding.UTF8.GetByteCount(value) <= MostBytes)
        {
            _latest = value;
        }
    }

    /// <summary>Puts the newest line on the signal.</summary>
    public void Put(Activity typing, long now)
    {
        (_shown, ShownAt) = (_latest, now);
        typing.Text = _shown;
        typing.TextFormat = "plain";
        typing.Entities = [StreamInfo.Progress(++_sequence, StreamId)];
    }

    /// <summary>The line was taken; a first one without an id cannot be followed.</summary>
    public void Took(string? id) => _ended = (StreamId ??= id) is null;

    /// <summary>The line was not taken: nothing more is shown.</summary>
    public void Failed() => _ended = true;
}
