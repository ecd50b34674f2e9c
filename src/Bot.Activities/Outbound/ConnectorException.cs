namespace Bot.Activities.Outbound;

/// <summary>The connector did not take a call, and repeating it within the budget did not help.</summary>
/// <param name="error">What it said.</param>
public sealed class ConnectorException(ConnectorError error) : Exception($"The connector call failed: {error}")
{
    /// <summary>What the connector said.</summary>
    public ConnectorError Error { get; } = error;
}
