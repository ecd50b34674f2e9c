namespace Bot.Asking;

/// <summary>What became of a question, as <c>ask --json</c> and the log name it.</summary>
internal enum Outcome
{
    /// <summary>The store answered.</summary>
    Answered,

    /// <summary>The asker is asked back.</summary>
    Clarify,

    /// <summary>The store has nothing of what was asked, or does not know a name.</summary>
    NoData,

    /// <summary>Not about what the store holds.</summary>
    OutOfScope,

    /// <summary>The asker may not do that.</summary>
    Denied,

    /// <summary>Help, or small talk.</summary>
    Help,
}
