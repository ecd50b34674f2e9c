using Bot.Activities.Outbound;

namespace Bot.Activities;

/// <summary>One turn: the activity that came, and the way to answer it, by the connector or, where the sender expects replies, in the HTTP answer.</summary>
/// <param name="activity">The activity that came.</param>
/// <param name="connector">Takes the answers to the channel.</param>
public sealed class TurnContext(Activity activity, ConnectorClient connector)
{
    private readonly List<Activity> _replies = [];

    /// <summary>The activity that came.</summary>
    public Activity Activity { get; } = activity;

    /// <summary>The replies kept for the HTTP answer; null where they went to the connector.</summary>
    public InvokeResponse? Response => Activity.ExpectsReplies ? InvokeResponse.ForReplies(_replies) : null;

    /// <summary>Sends an answer; its id, null when the channel gives none.</summary>
    public async Task<string?> SendActivityAsync(Activity reply, CancellationToken cancellationToken)
    {
        if (!Activity.ExpectsReplies)
        {
            return await connector.SendAsync(reply, cancellationToken);
        }
        _replies.Add(reply);
        return null;
    }
}
