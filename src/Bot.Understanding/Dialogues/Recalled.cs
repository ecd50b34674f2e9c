namespace Bot.Understanding.Dialogues;

/// <summary>What the reading of a question took from the dialogue before it; a question that took nothing reads the same in any.</summary>
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
}
