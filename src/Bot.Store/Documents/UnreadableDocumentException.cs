using Bot.Indicators.Proposals;

namespace Bot.Store.Documents;

/// <summary>A document that can't be read whole.</summary>
internal sealed class UnreadableDocumentException(DocumentFault fault) : Exception(fault.ToString())
{
    /// <summary>Why, to be said in the reader's language with what to do about it.</summary>
    public DocumentFault Fault { get; } = fault;
}
