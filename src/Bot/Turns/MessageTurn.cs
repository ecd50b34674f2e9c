using Bot.Activities;
using Bot.Asking;
using Bot.CardActions;
using Bot.Delivery;
using Bot.Documents;
using Bot.Indicators.Queries;
using Bot.Reminders.Composing;
using Bot.Store.Contacts;

namespace Bot.Turns;

/// <summary>A message: a question, or the click on an Action.Submit, which comes as a message with a value.</summary>
internal sealed class MessageTurn(
    Assistant assistant,
    VerbRouter verbs,
    DialogueBook dialogues,
    QuestionBook questions,
    ContactBook contacts,
    SentDocuments documents,
    RefusedAttempts refused
)
{
    public async Task<Turn> HandleAsync(Activity activity, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        var sender = Sender.Of(activity);
        if (activity.Value is { } value && CardClick.From(value) is { } click)
        {
            var clicked = await verbs.AnswerAsync(click, sender, cancellationToken);
            await refused.NoteAsync(clicked, click, sender, cancellationToken);
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

        var text = activity.RemoveRecipientMention();
        if (await documents.TakeAsync(activity, text, sender, cancellationToken) is { } reviewed)
        {
            await refused.NoteAsync(reviewed.Outcome, "document", "", sender, cancellationToken);
            return Say(activity, sender, reviewed);
        }

        var catalogue = assistant.Catalogue;
        var before = await dialogues.FindAsync(sender.DialogueKey, catalogue, cancellationToken);
        var ask = new Ask(text, sender.Language, before, contacts.ByObjectId(sender.AadObjectId), sender.Surface)
        {
            Person = sender.AadObjectId ?? sender.DialogueKey,
            Overheard = sender.Overheard,
            Progress = progress,
        };
        var answer = await assistant.AnswerAsync(ask, cancellationToken);
        await refused.NoteAsync(
            answer.Outcome,
            answer.Query?.Kind ?? "question",
            answer.Query?.ToString() ?? "",
            sender,
            cancellationToken
        );
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

    private Turn Say(Activity activity, Sender sender, Answer answer) =>
        new(
            new TurnReply(Thumbs.Under(Replies.To(activity, sender, answer.Message), activity, sender, answer))
            {
                Keeps =
                    sender.CanReplace && contacts.ByObjectId(sender.AadObjectId) is { } reader ? KeptCase.Of(answer.Message, reader) : null,
            },
            answer.Query?.Kind ?? "none",
            answer.Outcome.ToString()
        );
}
