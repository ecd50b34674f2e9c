namespace Bot.Indicators.Results;

/// <summary>Where a fact comes from and who entered it (W3C PROV: wasDerivedFrom, wasAttributedTo, generatedAtTime).</summary>
public sealed record Provenance
{
    internal Provenance(Source? source, string quote, DateOnly? asOf, string recordedBy, DateTimeOffset recordedAt, int revision) =>
        (Source, Quote, AsOf, RecordedBy, RecordedAt, Revision) = (source, quote, asOf, recordedBy, recordedAt, revision);

    /// <summary>Of what a rule alone says: nobody has recorded anything.</summary>
    public static Provenance None { get; } = new(null, "", null, "", default, 0);

    /// <summary>Whether anybody has recorded it.</summary>
    public bool IsRecorded => Revision > 0;

    /// <summary>The document; null where the record names none.</summary>
    public Source? Source { get; }

    /// <summary>The exact sentence; empty where the record has none.</summary>
    public string Quote { get; }

    /// <summary>The day that the source describes; null where not said.</summary>
    public DateOnly? AsOf { get; }

    /// <summary>Who entered it: a person, a file, or the seed.</summary>
    public string RecordedBy { get; }

    /// <summary>When it was entered.</summary>
    public DateTimeOffset RecordedAt { get; }

    /// <summary>The how-manieth value for the same key this is, from 1; 0 where nothing is recorded.</summary>
    public int Revision { get; }
}
