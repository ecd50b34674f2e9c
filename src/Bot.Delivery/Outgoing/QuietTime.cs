namespace Bot.Delivery.Outgoing;

/// <summary>How long nobody is to be written to with such a notice from now on; zero where it may go out. The host says it; by itself delivery knows no hours.</summary>
/// <param name="kind">The kind of the notice.</param>
/// <param name="dueAgo">How long ago its moment came.</param>
public delegate TimeSpan QuietTime(string kind, TimeSpan dueAgo);
