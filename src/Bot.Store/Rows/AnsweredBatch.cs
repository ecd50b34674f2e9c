namespace Bot.Store.Rows;

/// <summary>
/// Activities whose answers were posted within a moment: a later redelivery of one is not answered again. They are written behind the turns
/// and only ever read all together, so a row holds many; a row for each would cost a write to a page of its own.
/// </summary>
public sealed class AnsweredBatch
{
    /// <summary>Counts up.</summary>
    public long Id { get; set; }

    /// <summary>The keys' digests, 16 bytes each.</summary>
    public byte[] Keys { get; set; } = [];

    /// <summary>When the last of the answers was posted; old rows are swept by it.</summary>
    public DateTimeOffset AnsweredAt { get; set; }
}
