using Bot.Indicators.Obligations;

namespace Bot.Store.Rows;

/// <summary>One thing that happened to an obligation; appended, never edited.</summary>
internal sealed class ObligationEventRow
{
    /// <summary>The obligation's key.</summary>
    public string Obligation { get; set; } = "";

    /// <summary>Counts from 1 within the obligation: of two who act on the same state, one is refused.</summary>
    public int Version { get; set; }

    public ObligationStep Step { get; set; }

    public string By { get; set; } = "";

    public DateTimeOffset At { get; set; }

    public string? DocumentNumber { get; set; }

    public DateOnly? IssuedOn { get; set; }

    public string? Link { get; set; }

    public DateOnly? Until { get; set; }

    public string? Reason { get; set; }
}
