namespace Bot.Activities;

/// <summary>
/// What the bot does with one inbound activity. An invoke is answered with the result (null: 501). For other types the result counts only
/// where the sender expects replies (see <see cref="InvokeResponse.ForReplies"/>) or where it refuses (status 400 and above, for example
/// 429 or 503, so that the channel delivers again).
/// </summary>
/// <param name="activity">The activity; type, conversation id and service address are there, and its sender was checked.</param>
/// <param name="cancellationToken">Not the request's: a turn outlives a caller who gave up (bot-protocol 10.1).</param>
public delegate Task<InvokeResponse?> ActivityHandler(Activity activity, CancellationToken cancellationToken);
