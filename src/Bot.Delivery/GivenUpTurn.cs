using Bot.Activities;

namespace Bot.Delivery;

/// <summary>What is said to somebody whose activity ended the process each time its turn was run, and is not run again; null for nothing.</summary>
/// <param name="activity">The activity that came.</param>
public delegate Activity? GivenUpTurn(Activity activity);
