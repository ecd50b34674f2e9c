using Bot.Activities;

namespace Bot.Delivery.Incoming;

/// <summary>What the channel is told about an activity that is no invoke.</summary>
internal static class DeliveryAnswers
{
    /// <summary>200: answered.</summary>
    public static InvokeResponse Answered => InvokeResponse.Ok;

    /// <summary>202: written down, the answer follows.</summary>
    public static InvokeResponse Accepted { get; } = new(202);

    /// <summary>429: too many activities run or wait.</summary>
    public static InvokeResponse Overloaded { get; } = new(429);

    /// <summary>503: not accepted, deliver again.</summary>
    public static InvokeResponse Unavailable { get; } = new(503);
}
