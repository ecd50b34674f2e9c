namespace Bot.Store.Rows;

/// <summary>
/// A question that was not understood, or a judgement of an answer, for the person who looks after names and words. It never says
/// whose it is.
/// </summary>
public sealed class QuestionNote
{
    /// <summary>The longest text that is kept.</summary>
    public const int LongestText = 300;

    /// <summary>The longest reading that is kept.</summary>
    public const int LongestReading = 400;

    /// <summary>The question as typed; for a judgement, what was said with it.</summary>
    public string Text { get; set; } = "";

    /// <summary>How it was read, in canonical text; for a judgement, the query of the answer. Empty where there is none.</summary>
    public string Reading { get; set; } = "";

    /// <summary><c>clarify</c>, <c>noData</c>, <c>outOfScope</c>; <c>up</c> or <c>down</c> for a judgement.</summary>
    public string Outcome { get; set; } = "";

    /// <summary>The language, <c>vi</c> or <c>en</c>.</summary>
    public string Language { get; set; } = "";

    /// <summary>The last day on which it came.</summary>
    public DateOnly Day { get; set; }

    /// <summary>How often it came.</summary>
    public int Count { get; set; }
}
