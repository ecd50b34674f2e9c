namespace Bot.Tab;

/// <summary>What a page says in place of what was asked for; the number is the status of the answer.</summary>
public enum PageNotice
{
    /// <summary>A filter of the address is none that the page knows.</summary>
    BadAddress = 400,

    /// <summary>Nobody is signed in.</summary>
    SignedOut = 401,

    /// <summary>The visitor may not see or do it.</summary>
    Denied = 403,

    /// <summary>The address names nothing that is there.</summary>
    NotFound = 404,

    /// <summary>We broke something, or the store does not answer.</summary>
    Failed = 503,
}

/// <summary>A notice, with the reference under which the log has it; empty where it has none.</summary>
/// <param name="What">What is said.</param>
/// <param name="Reference">The reference.</param>
public sealed record Notice(PageNotice What, string Reference);
