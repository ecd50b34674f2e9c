using Bot.Activities;
using Bot.Asking;
using Bot.CardActions;
using Bot.Delivery;
using Bot.Indicators.Queries;
using Bot.Store.Contacts;

namespace Bot.Turns;

/// <summary>A message: a question, or the click on an Action.Submit, which comes as a message with a value.</summary>
internal sealed class MessageTurn(
    Assistant assistant,
    VerbRouter verbs,
    DialogueBook dialogues,
    QuestionBook questions,
    ContactBook contacts
)
{
    public async Task<Turn> HandleAsync(Activity activity, CancellationToken cancellationToken)
    {
        var sender = Sender.Of(activity);
        if (activity.Value is { } value && CardClick.From(value) is { } click)
        {
            var clicked = await verbs.AnswerAsync(click, sender, cancellationToken);
            // The card changes in its place; a second one below would say the same.
            return Say(
                activity,
                sender,
                sender.SeesReplacements && clicked.BesideTheCard is { } line ? clicked with { Message = line } : clicked
            );
        }

        // In channels and group chats only what is addressed to the bot is answered, also where it may hear everything.
        if (sender.IsShared && !sender.MentionsBot)
        {
            return Turn.Silent;
        }

        var catalogue = assistant.Catalogue;
        var before = await dialogues.FindAsync(sender.DialogueKey, catalogue, cancellationToken);
        var ask = new Ask(
            activity.RemoveRecipientMention(),
            sender.Language,
            before,
            contacts.ByObjectId(sender.AadObjectId),
            sender.Surface
        )
        {
            SharedConversation = sender.SharedConversation,
        };
        var answer = await assistant.AnswerAsync(ask, cancellationToken);
        questions.NoteUnlessClear(ask.Text, answer);
        if (answer.Query is FeedbackQuery judgement)
        {
            questions.NoteVote(judgement.Good, before?.LastQuery?.ToString(), judgement.Comment, answer.Message.Language);
        }

        if (answer.Dialogue is { } after && after != before)
        {
            dialogues.Keep(sender.DialogueKey, after, catalogue);
        }

        return Say(activity, sender, answer);
    }

    private static Turn Say(Activity activity, Sender sender, Answer answer) =>
        new(
            new TurnReply(Thumbs.Under(Replies.To(activity, sender, answer.Message), activity, sender, answer)),
            answer.Query?.Kind ?? "none",
            answer.Outcome.ToString()
        );
}
