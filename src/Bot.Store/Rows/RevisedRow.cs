namespace Bot.Store.Rows;

/// <summary>
/// A row that is never edited: a change of the same key is a new row with the next revision, and the old one stays with who,
/// when and from which file.
/// </summary>
internal abstract class RevisedRow
{
    public long Id { get; set; }

    /// <summary>What makes it the same thing in two imports; never empty.</summary>
    public string Key { get; set; } = "";

    /// <summary>Counts from 1 within the key.</summary>
    public int Revision { get; set; }

    /// <summary>Whether it is the newest of its key (of its key and status, where rows have one).</summary>
    public bool IsCurrent { get; set; }

    /// <summary>A hash of all cells: a second import of the same cells changes nothing.</summary>
    public string Fingerprint { get; set; } = "";

    public string RecordedBy { get; set; } = "";

    public DateTimeOffset RecordedAt { get; set; }

    /// <summary>The file that brought it.</summary>
    public string RecordedFrom { get; set; } = "";
}
