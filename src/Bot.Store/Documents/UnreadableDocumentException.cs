using Bot.Indicators.Proposals;

namespace Bot.Store.Documents;

/// <summary>A document that can't be read whole; the message says why.</summary>
internal sealed class UnreadableDocumentException(DocumentFault fault, string reason, string remedy) : Exception(reason)
{
    /// <summary>Why, to be said in the reader's language.</summary>
    public DocumentFault Fault { get; } = fault;

    /// <summary>What to do about it.</summary>
    public string Remedy { get; } = remedy;
}
