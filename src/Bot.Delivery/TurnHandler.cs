using Bot.Activities;

namespace Bot.Delivery;

/// <summary>
/// The bot's turn: one inbound activity to what is to be said. It may run again for an activity whose answer never got out, so what it
/// changes must bear that; a fault that the user caused is a reply, an exception means that the turn may succeed when tried again.
/// </summary>
/// <param name="activity">The activity that came.</param>
/// <param name="progress">
/// Shows a line of words while the turn is at work, in the place of the line before; null where the chat shows none. A line may be passed
/// over: what must be said is in the reply.
/// </param>
/// <param name="cancellationToken">Fires when the process must stop; not when the caller gives up (bot-protocol 10.1).</param>
public delegate Task<TurnReply> TurnHandler(Activity activity, IProgress<string>? progress, CancellationToken cancellationToken);
