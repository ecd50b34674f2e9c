namespace Bot.Understanding.Dialogues;

/// <summary>What the reading of a question took from the dialogue before it and from who asks; one that took nothing reads the same for all.</summary>
[Flags]
public enum Recalled
{
    /// <summary>The question stands alone.</summary>
    Nothing = 0,

    /// <summary>The last query.</summary>
    LastQuery = 1,

    /// <summary>The open choices.</summary>
    Choices = 2,

    /// <summary>The language that was wished for.</summary>
    Language = 4,

    /// <summary>The queries before the last one.</summary>
    Earlier = 8,

    /// <summary>What kept the last question from being answered, and what it would have been.</summary>
    Unsettled = 16,

    /// <summary>The unit of who asks, which the words speak of.</summary>
    Own = 32,
}
