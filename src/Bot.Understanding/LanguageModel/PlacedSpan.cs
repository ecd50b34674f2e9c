using Bot.Understanding.Questions;

namespace Bot.Understanding.LanguageModel;

/// <summary>Words that the model names, where they stand in the question.</summary>
internal sealed record PlacedSpan(string Slot, int Start, int End, string Text)
{
    /// <summary>Whether the token is one of them.</summary>
    public bool Covers(int token) => Start <= token && token < End;

    /// <summary>Whether all of a part of the question is among them.</summary>
    public bool Covers(Span span) => Start <= span.Start && span.End <= End;

    /// <summary>The tokens of the words; null where the question does not hold them as whole words.</summary>
    public static PlacedSpan? Of(ModelSpan span, Sentence sentence)
    {
        var text = span.Text.Trim();
        var at = text.Length == 0 ? -1 : sentence.Question.Text.IndexOf(text, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return null;
        }

        var start = Array.FindIndex(sentence.Tokens, token => token.Start == at);
        var end = Array.FindIndex(sentence.Tokens, token => token.End == at + text.Length);
        return start < 0 || end < start ? null : new(span.Slot, start, end + 1, text);
    }
}
