namespace Bot.Delivery.Pacing;

/// <summary>Waits that double from attempt to attempt, with ±20 % of jitter so that what failed together does not come back together (bot-protocol 3.7).</summary>
internal static class Backoff
{
    /// <param name="attempts">Attempts that failed so far, 1 or more.</param>
    /// <param name="options">First and longest wait.</param>
    public static TimeSpan After(int attempts, DeliveryOptions options)
    {
        var doubled = options.FirstBackoff * Math.Pow(2, Math.Min(attempts - 1, 30));
        var wait = doubled < options.MaxBackoff ? doubled : options.MaxBackoff;
        return wait * (0.8 + (0.4 * Random.Shared.NextDouble()));
    }
}
