namespace Bot.AdaptiveCards.Elements;

/// <summary>A paragraph made of runs with looks of their own; no Markdown.</summary>
/// <param name="Inlines">The runs in reading order.</param>
public sealed record RichTextBlock(IReadOnlyList<TextRun> Inlines) : CardElement
{
    internal override string Type => "RichTextBlock";

    private protected override void WriteOwn(CardWriter json) => json.Parts("inlines", Inlines);
}
