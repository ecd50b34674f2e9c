namespace Bot.Understanding.Lexicons;

/// <summary>A sort of thing that has names.</summary>
public enum NamedSort
{
    /// <summary>A unit.</summary>
    Unit,

    /// <summary>An indicator.</summary>
    Indicator,

    /// <summary>A basis of an indicator.</summary>
    Basis,

    /// <summary>A plan or report.</summary>
    ObligationType,

    /// <summary>A project.</summary>
    Project,
}

/// <summary>A name and the thing that bears it.</summary>
/// <param name="Sort">What sort of thing.</param>
/// <param name="Code">Its code; for a basis with its indicator before it.</param>
/// <param name="Name">The name or alias.</param>
public sealed record BorneName(NamedSort Sort, string Code, string Name);

/// <summary>In what way two names are alike.</summary>
public enum ClashKind
{
    /// <summary>Equal without diacritics.</summary>
    Same,

    /// <summary>Equal once telex keys are decoded.</summary>
    Decoded,

    /// <summary>Within two letters of each other.</summary>
    Near,
}

/// <summary>What the reader does where names are alike.</summary>
public enum ClashDecision
{
    /// <summary>Nobody has decided; the reader asks, and the import says so.</summary>
    Undecided,

    /// <summary>It asks which is meant.</summary>
    Ask,

    /// <summary>Another part of the question decides: the period, the kind of thing that is asked about.</summary>
    ByCue,

    /// <summary>Neither name is ever read where the other, or something between them, was typed.</summary>
    NeverFuzzy,
}

/// <summary>Two things with names that are alike.</summary>
/// <param name="One">One of them.</param>
/// <param name="Other">The other.</param>
/// <param name="Kind">In what way.</param>
/// <param name="Decision">What is done about it.</param>
public sealed record NameClash(BorneName One, BorneName Other, ClashKind Kind, ClashDecision Decision);
