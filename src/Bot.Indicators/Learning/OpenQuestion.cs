namespace Bot.Indicators.Learning;

/// <summary>A question that was not understood, for the person who looks after names. It never says whose it is.</summary>
/// <param name="Text">As typed.</param>
/// <param name="Words">The words that nothing explained; empty where none can be named.</param>
/// <param name="Day">The last day on which it came.</param>
/// <param name="Count">How often it came.</param>
public sealed record OpenQuestion(string Text, string Words, DateOnly Day, int Count);
