using Bot.Activities;
using Bot.Activities.Outbound;

namespace Bot.Delivery.Outgoing;

/// <summary>What notices need of the connector, each call once: repeats are the dispatcher's, which knows the pace. In the bot this is the connector client.</summary>
/// <param name="Send">Posts an activity; the channel's id of it, null when it gives none.</param>
/// <param name="Update">Puts an activity in the place of the one with that id.</param>
/// <param name="Create">Creates the conversation with a person at that service address.</param>
internal sealed record NoticePost(
    Func<Activity, CancellationToken, Task<string?>> Send,
    Func<Activity, string, CancellationToken, Task<string?>> Update,
    Func<string, ConversationParameters, CancellationToken, Task<ConversationResourceResponse>> Create
)
{
    public static NoticePost Through(ConnectorClient client) =>
        new(client.SendToConversationAsync, client.UpdateActivityAsync, client.CreateConversationAsync);
}
