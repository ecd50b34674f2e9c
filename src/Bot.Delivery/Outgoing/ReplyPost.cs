using Bot.Activities;

namespace Bot.Delivery.Outgoing;

/// <summary>Posts one activity to its conversation; the channel's id of it, null when the channel gives none. In the bot this is the connector client.</summary>
internal delegate Task<string?> ReplyPost(Activity activity, CancellationToken cancellationToken);
