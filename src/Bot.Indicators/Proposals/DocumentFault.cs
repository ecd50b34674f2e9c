namespace Bot.Indicators.Proposals;

/// <summary>Why a document could not be read whole.</summary>
public enum DocumentFault
{
    /// <summary>The file, or what it unpacks to, is larger than is read.</summary>
    TooLarge,

    /// <summary>It takes too long to read.</summary>
    TooSlow,

    /// <summary>No sort of document that is read.</summary>
    UnknownKind,

    /// <summary>There is no text in it.</summary>
    Empty,

    /// <summary>Its pages are pictures of text.</summary>
    Scan,

    /// <summary>The letters are in an encoding that is not read.</summary>
    Encoding,

    /// <summary>It is damaged, cut short or none of its kind.</summary>
    Torn,

    /// <summary>It holds macros.</summary>
    Macros,

    /// <summary>It is protected by a password.</summary>
    Password,

    /// <summary>Its fonts do not tell which letters they show.</summary>
    Letters,
}
