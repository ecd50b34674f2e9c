namespace Bot.Activities;

/// <summary>Told of an activity that the channel vouches for and that is refused all the same (403): its sender's tenant may not talk to the bot.</summary>
/// <param name="activity">The activity, of which nothing was done.</param>
/// <param name="tenant">The tenant that may not; null where the activity names none.</param>
/// <param name="reason">Why.</param>
public delegate Task RefusedActivityHandler(Activity activity, string? tenant, string reason);
