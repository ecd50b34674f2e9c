using Bot.Indicators.Proposals;

namespace Bot.Store.Rows;

/// <summary>A row that a document would bring to one of the contract's tables, and what became of it.</summary>
internal sealed class ProposalRow
{
    public long Id { get; set; }

    public string Document { get; set; } = "";

    /// <summary>Counts from 1 within the document.</summary>
    public int Position { get; set; }

    public string Table { get; set; } = "";

    /// <summary>The cells in the order of the table's columns, as a JSON list.</summary>
    public string Cells { get; set; } = "";

    public string Quote { get; set; } = "";

    /// <summary>Where the quote begins in the document's text.</summary>
    public int QuoteStart { get; set; }

    public ProposalState State { get; set; }

    /// <summary>Counts decisions: a decision on an older version changes nothing.</summary>
    public int Version { get; set; }

    public string? DecidedBy { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    public string Reason { get; set; } = "";
}
