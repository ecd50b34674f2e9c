namespace Bot.Store.Documents;

/// <summary>A document that can't be read whole; the message says why.</summary>
internal sealed class UnreadableDocumentException(string reason, string remedy) : Exception(reason)
{
    /// <summary>What to do about it.</summary>
    public string Remedy { get; } = remedy;
}
