namespace Bot.Understanding.LanguageModel;

/// <summary>The language model gave no answer that can be used: the rules' own answer stands.</summary>
/// <param name="why">The reason, for the log and the figures.</param>
/// <param name="inner">What the service or the network said; null where we did not ask it.</param>
public sealed class ModelUnavailableException(ModelUnavailable why, Exception? inner = null)
    : Exception($"The language model gave no answer: {why}", inner)
{
    /// <summary>The reason.</summary>
    public ModelUnavailable Why { get; } = why;
}

/// <summary>Why there is no answer of the language model.</summary>
public enum ModelUnavailable
{
    /// <summary>It took longer than a turn may wait.</summary>
    Slow,

    /// <summary>The service failed, refused us, or could not be reached.</summary>
    Failed,

    /// <summary>The service asks for fewer calls (429).</summary>
    Throttled,

    /// <summary>Too many calls failed lately, so it is not asked for a while.</summary>
    Resting,

    /// <summary>The asker's tokens of the day are used up.</summary>
    OverBudget,

    /// <summary>The service's content filter stopped it.</summary>
    Filtered,

    /// <summary>It ended before its answer did.</summary>
    Truncated,

    /// <summary>Its answer is not in the form that was asked for.</summary>
    Malformed,
}
