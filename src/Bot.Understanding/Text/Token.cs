namespace Bot.Understanding.Text;

/// <summary>What a token is made of.</summary>
internal enum TokenSort
{
    Word,
    Number,
    Mark,
}

/// <summary>One word, number or mark of a question, in all views, with its place in the text as typed.</summary>
internal sealed class Token
{
    public required TokenSort Sort { get; init; }

    /// <summary>The first character in the original text.</summary>
    public required int Start { get; init; }

    /// <summary>The character after the last, in the original text.</summary>
    public required int End { get; init; }

    /// <summary>Folded to lower case and one spelling of each letter.</summary>
    public required string Word { get; init; }

    /// <summary>Whether it begins with a capital in the original text.</summary>
    public bool Capital { get; init; }

    /// <summary>Whether white space or the beginning stands before it.</summary>
    public bool SpaceBefore { get; init; }

    /// <summary>The accented view (<see cref="Syllable.Key"/>).</summary>
    public required string Key { get; init; }

    /// <summary>The bare view: without marks and tones.</summary>
    public required string Bare { get; init; }

    /// <summary>The bare view without an English ending: what dictionaries are looked up by.</summary>
    public required string Term { get; init; }

    /// <summary>The key that telex or VNI keys spell; null where the word holds none.</summary>
    public string? Decoded { get; init; }

    /// <summary>The bare view of <see cref="Decoded"/>.</summary>
    public string? DecodedTerm { get; init; }

    /// <summary>The bare view of what is meant: of what keys spell where they spell something.</summary>
    public string Plain => DecodedTerm ?? Bare;

    /// <summary>The word of a name that this one was read as over a slip; null where it was read as typed.</summary>
    public string? Corrected { get; init; }

    /// <summary>Whether accents were typed.</summary>
    public bool HasAccents => Key.Length != Bare.Length || !ReferenceEquals(Key, Bare) && Key != Bare;

    public bool Is(char mark) => Sort == TokenSort.Mark && Word.Length == 1 && Word[0] == mark;
}
