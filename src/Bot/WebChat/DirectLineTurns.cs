using Bot.Activities;

namespace Bot.WebChat;

/// <summary>Hands activities to the bot as a channel does: what it refuses for the moment, or fails on, is delivered again a few times.</summary>
internal sealed partial class DirectLineTurns(ActivityHandler handler, TimeProvider clock, ILogger log, CancellationToken stopping)
{
    private static readonly TimeSpan[] Waits = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(15)];

    /// <summary>Delivers the activity; never throws, for nobody waits for a turn.</summary>
    public async Task Run(Activity activity)
    {
        try
        {
            for (var attempt = 0; !await TryOnce(activity) && attempt < Waits.Length; attempt++)
            {
                await Task.Delay(Waits[attempt], clock, stopping);
            }
        }
        catch (OperationCanceledException)
        {
            // The host stops, and the conversation with it.
        }
    }

    private async Task<bool> TryOnce(Activity activity)
    {
        try
        {
            var answer = await handler(activity, CancellationToken.None);
            return answer is not { Status: StatusCodes.Status429TooManyRequests or >= 500 };
        }
#pragma warning disable CA1031 // Whatever the bot throws ends here; the channel goes on.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            TurnFailed(log, activity.Type, activity.Id, failure);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The bot failed on {Type} {Id} of the chat page.")]
    private static partial void TurnFailed(ILogger log, string type, string? id, Exception failure);
}
