namespace Bot.Indicators.Obligations;

/// <summary>One thing that happened to an obligation; events are appended and never edited.</summary>
public sealed record ObligationEvent
{
    /// <summary>What happened.</summary>
    public required ObligationStep Step { get; init; }

    /// <summary>The user principal name of who did it; empty where the reader may not know.</summary>
    public required string By { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Number and sign of the document, as written; null but for <see cref="ObligationStep.Marked"/>.</summary>
    public string? DocumentNumber { get; init; }

    /// <summary>The document's day; null but for <see cref="ObligationStep.Marked"/>.</summary>
    public DateOnly? IssuedOn { get; init; }

    /// <summary>Where the document can be read; null where not given.</summary>
    public Uri? Link { get; init; }

    /// <summary>Until when: of a snooze, of an extension asked for or granted.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Why; null where none was given.</summary>
    public string? Reason { get; init; }
}
