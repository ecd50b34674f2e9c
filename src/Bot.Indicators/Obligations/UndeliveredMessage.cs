namespace Bot.Indicators.Obligations;

/// <summary>A message that was given up.</summary>
/// <param name="Recipient">The name of the person; null for a channel or chat.</param>
/// <param name="Kind">Empty for the answer to a question, otherwise the kind of notice.</param>
/// <param name="Reason">Why it was given up, in the words of the accounting.</param>
/// <param name="MayBeSentAgain">Whether it can be sent again once the cause is mended.</param>
public sealed record UndeliveredMessage(string? Recipient, string Kind, string Reason, bool MayBeSentAgain);
