namespace Bot.Indicators.Proposals;

/// <summary>The exact words of a document that a fact rests on.</summary>
/// <param name="Text">The words, letter for letter as the document has them.</param>
/// <param name="Start">The place of the first character in the document's text, in UTF-16 units from 0.</param>
public sealed record Quote(string Text, int Start)
{
    /// <summary>The place after the last character.</summary>
    public int End => Start + Text.Length;
}
