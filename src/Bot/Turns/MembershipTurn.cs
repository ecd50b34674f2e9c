using System.Text.Json;
using Bot.Activities;
using Bot.Asking;
using Bot.Cards;
using Bot.Delivery;
using Bot.Delivery.Recipients;
using Bot.Store.Contacts;
using Bot.Store.Dialogues;
using Bot.Store.Rows;

namespace Bot.Turns;

/// <summary>
/// The welcome, once per installation: Teams and its tools announce one with installationUpdate and conversationUpdate, in any
/// order, so the first of them is answered and remembered. Where the bot is installed it can write later, until it is removed.
/// </summary>
internal sealed class MembershipTurn(
    Assistant assistant,
    DialogueRows dialogues,
    ContactBook contacts,
    ConversationReferences references,
    TimeProvider clock
)
{
    public async Task<Turn> HandleAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (IsRemoval(activity))
        {
            await references.LeaveAsync(activity, cancellationToken);
            return Turn.Silent;
        }

        var isInstallation = IsInstallation(activity);
        if (isInstallation || activity.Action == "add-upgrade")
        {
            await references.SeeAsync(activity, cancellationToken);
        }

        if (!isInstallation)
        {
            return Turn.Silent;
        }

        var sender = Sender.Of(activity);
        // The two announcements of a team may name different channels of it.
        var key = $"welcome|{activity.ChannelId}|{ChannelText(activity, "team", "id") ?? activity.Conversation?.Id}";
        if (await dialogues.FindAsync(key, cancellationToken) is not null)
        {
            return Turn.Silent;
        }

        dialogues.Keep(new DialogueRow { Key = key, UpdatedAt = clock.GetUtcNow() });
        var asker = contacts.ByObjectId(sender.AadObjectId);
        var context = assistant.Context(asker?.Language ?? sender.Language, sender.Surface);
        var welcome = sender.IsShared
            ? InChosenChannel(Replies.To(activity, sender, AnswerCards.WelcomeAll(context)), activity)
            : Replies.To(activity, sender, AnswerCards.Welcome(context, asker));
        // Teams shows prompts in personal chats alone.
        if (!sender.IsShared && activity is { ChannelId: "msteams", From.Id: { } person })
        {
            welcome.SuggestedActions = SuggestedActions.FromPrompts(person, AnswerCards.Prompts(context));
        }

        return new Turn(new TurnReply(welcome), "welcome", "Answered");
    }

    // Whoever installs the app in a team may choose the channel that it speaks in.
    private static Activity InChosenChannel(Activity welcome, Activity installation)
    {
        if (
            ChannelText(installation, "settings", "selectedChannel", "id") is { } chosen
            && ChannelText(installation, "team", "id") is not null
            && chosen != installation.Conversation?.Id
        )
        {
            welcome.Conversation = (installation.Conversation ?? new()) with { Id = chosen };
            welcome.ReplyToId = null;
        }

        return welcome;
    }

    private static string? ChannelText(Activity activity, params ReadOnlySpan<string> path)
    {
        var value = activity.ChannelData;
        foreach (var name in path)
        {
            value = value is { ValueKind: JsonValueKind.Object } data && data.TryGetProperty(name, out var member) ? member : null;
        }

        return value is { ValueKind: JsonValueKind.String } text && text.GetString() is { Length: > 0 } found ? found : null;
    }

    // An upgrade is announced as a removal of its own kind, and the conversation stays.
    private static bool IsRemoval(Activity activity) =>
        activity.Type == ActivityTypes.InstallationUpdate
            ? activity.Action == "remove"
            : activity.MembersRemoved?.Any(m => ChannelAccount.SameId(m.Id, activity.Recipient?.Id)) == true;

    private static bool IsInstallation(Activity activity) =>
        activity.Type == ActivityTypes.InstallationUpdate
            ? activity.Action == "add"
            : activity.MembersAdded?.Any(m => ChannelAccount.SameId(m.Id, activity.Recipient?.Id)) == true;
}
