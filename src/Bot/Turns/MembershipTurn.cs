using Bot.Activities;
using Bot.Asking;
using Bot.Cards;
using Bot.Delivery;
using Bot.Store.Contacts;
using Bot.Store.Dialogues;
using Bot.Store.Rows;

namespace Bot.Turns;

/// <summary>
/// The welcome, once per installation: Teams and its tools announce one with installationUpdate and conversationUpdate, in any
/// order, so the first of them is answered and remembered.
/// </summary>
internal sealed class MembershipTurn(Assistant assistant, DialogueRows dialogues, ContactBook contacts, TimeProvider clock)
{
    public async Task<Turn> HandleAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (!IsInstallation(activity))
        {
            return Turn.Silent;
        }

        var sender = Sender.Of(activity);
        var key = $"welcome|{activity.ChannelId}|{activity.Conversation?.Id}";
        if (await dialogues.FindAsync(key, cancellationToken) is not null)
        {
            return Turn.Silent;
        }

        dialogues.Keep(new DialogueRow { Key = key, UpdatedAt = clock.GetUtcNow() });
        var asker = contacts.ByObjectId(sender.AadObjectId);
        var language = asker?.Language ?? sender.Language;
        var card = AnswerCards.Welcome(assistant.Context(language, sender.Surface), asker);
        return new Turn(new TurnReply(Replies.To(activity, sender, card)), "welcome", "Answered");
    }

    private static bool IsInstallation(Activity activity) =>
        activity.Type == ActivityTypes.InstallationUpdate
            ? activity.Action == "add"
            : activity.MembersAdded?.Any(m => m.Id.Length > 0 && m.Id == activity.Recipient?.Id) == true;
}
