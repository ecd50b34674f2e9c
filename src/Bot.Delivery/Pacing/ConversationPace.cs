namespace Bot.Delivery.Pacing;

/// <summary>How fast a queue of replies goes into one conversation: a few at once, then two a second (bot-protocol 3.7: 7 in a second, 60 in 30).</summary>
internal struct ConversationPace
{
    private const int Burst = 5;
    private static readonly TimeSpan Spacing = TimeSpan.FromMilliseconds(500);
    private int _sent;

    /// <summary>Counts one send; the wait before the next.</summary>
    public TimeSpan AfterSend() => ++_sent < Burst ? TimeSpan.Zero : Spacing;
}
