namespace Bot.Store.Rows;

/// <summary>A document whose facts were proposed; its text stays, so that every quote can be looked up.</summary>
internal sealed class DocumentRow
{
    /// <summary>A hash of the text: the same document twice is one.</summary>
    public string Id { get; set; } = "";

    public string Name { get; set; } = "";

    public string Title { get; set; } = "";

    public DateOnly? PublishedOn { get; set; }

    /// <summary>The code of its row in <c>sources</c>.</summary>
    public string Source { get; set; } = "";

    public string Text { get; set; } = "";

    /// <summary>The passages that were left open, as JSON.</summary>
    public string Open { get; set; } = "";

    public string ProposedBy { get; set; } = "";

    public DateTimeOffset ProposedAt { get; set; }
}
