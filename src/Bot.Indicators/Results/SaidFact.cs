namespace Bot.Indicators.Results;

/// <summary>One fact of a result in the words of its card: what a summary may repeat.</summary>
/// <param name="Text">The fact in one sentence, with at most one figure.</param>
public sealed record SaidFact(string Text);
