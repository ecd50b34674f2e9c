using Bot.Activities;
using Bot.Asking;
using Bot.Cards;
using Bot.Cards.Review;
using Bot.Chat;
using Bot.Indicators.Contacts;
using Bot.Store.Contacts;
using Bot.Store.Facts;
using Bot.Store.Tables;
using Bot.Turns;
using Bot.Understanding.Statements;

namespace Bot.Documents;

/// <summary>
/// Documents that an inspector sends in chat: a file, a text behind "trích số liệu:", or simply a long one. What is found is shown to be
/// decided on; nothing of it answers a question before.
/// </summary>
internal sealed class SentDocuments(
    Assistant assistant,
    DocumentReading reading,
    SentFiles files,
    ContactBook contacts,
    PrivateAnswers privately
)
{
    private const int LongText = 400;
    private const int Sentences = 3;

    /// <summary>What is answered to a document; null where the message is none.</summary>
    public async Task<Answer?> TakeAsync(Activity activity, string text, Sender sender, CancellationToken cancellationToken)
    {
        var sent = SentFile.Of(activity);
        var asked = ReadingRequest.TextOf(text);
        if (sent.Count == 0 && asked is null && !IsLong(text))
        {
            return null;
        }

        var person = contacts.ByObjectId(sender.AadObjectId);
        var context = assistant.Context(person?.Language ?? sender.Language, sender.Surface);
        if (!Rights.MayDecideFacts(person))
        {
            // Anybody may ask a long question.
            return sent.Count == 0 && asked is null ? null : new Answer { Message = AnswerCards.Denied(context), Outcome = Outcome.Denied };
        }

        if (sent.Count == 0)
        {
            return await ReviewAsync(new SourceDocument("", asked ?? text), person!, context, sender.Overheard, cancellationToken);
        }

        // Each document has a card of its own to be decided on, and a message has one answer.
        if (sent.Count > 1)
        {
            return Said(ReviewSaying.OneFileAMessage, context);
        }

        var file = sent[0];
        var (content, problem) = await files.FetchAsync(file, cancellationToken);
        if (problem is { } saying)
        {
            return Said(saying, context);
        }

        if (ImportFile.IsTable(file.Name))
        {
            return Said(ReviewSaying.Table, context);
        }

        var (read, fault) = await PdfProcess.ReadAsync(new ImportFile(file.Name, content), cancellationToken);
        return read is not null
            ? await ReviewAsync(
                new SourceDocument(read.Name, read.Text) { UnreadPages = read.UnreadPages },
                person!,
                context,
                sender.Overheard,
                cancellationToken
            )
            : new Answer { Message = ReviewCards.Unreadable(fault, context), Outcome = Outcome.NoData };
    }

    /// <summary>What is answered to the words of a message that somebody points at.</summary>
    public async Task<Answer> TakeTextAsync(string text, Contact? person, CardContext context, CancellationToken cancellationToken) =>
        Rights.MayDecideFacts(person)
            ? await ReviewAsync(new SourceDocument("", text), person!, context, overheard: null, cancellationToken)
            : new Answer { Message = AnswerCards.Denied(context), Outcome = Outcome.Denied };

    // Proposals are for those who may see them: in a channel they go to the inspector alone.
    private async Task<Answer> ReviewAsync(
        SourceDocument document,
        Contact by,
        CardContext context,
        Overheard? overheard,
        CancellationToken cancellationToken
    )
    {
        var review = await reading.ProposeAsync(document, by.Upn, dryRun: false, cancellationToken);
        var message = overheard is null
            ? ReviewCards.Of(review, page: 1, context)
            : await privately.SendReviewAsync(review.Document, overheard, by, context, cancellationToken);
        return new Answer { Message = message, Outcome = Outcome.Answered };
    }

    private static Answer Said(ReviewSaying what, CardContext context) =>
        new() { Message = ReviewCards.Said(what, context), Outcome = Outcome.NoData };

    private static bool IsLong(string text) =>
        text.Length >= LongText && text.AsSpan().Count('.') + text.AsSpan().Count(';') + text.AsSpan().Count('\n') >= Sentences;
}
