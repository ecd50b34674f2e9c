using Bot.Asking;
using Bot.Cards;
using Bot.Delivery.Outgoing;
using Bot.Indicators;
using Bot.Indicators.Contacts;
using Bot.Indicators.Queries;
using Bot.Store.Notices;
using Bot.Store.Obligations;

namespace Bot.Chat;

/// <summary>
/// What is for one person alone is not said where others read along: there it says so, and the answer goes to the person's own chat as an
/// accounted notice, made anew with the person's rights when it is sent.
/// </summary>
internal sealed class PrivateAnswers(ObligationChanges notices, InspectionChannels channels, DispatchSignal dispatch, TimeProvider clock)
{
    /// <summary>
    /// Whether the answer to the wish is for the asker alone; what a unit owes comes with what it reported, and with why that was returned.
    /// Sending undelivered messages again is an act, told in one line.
    /// </summary>
    public static bool Takes(ChatQuery wish) =>
        wish
            is DigestQuery
                or PreviewQuery
                or RemindQuery
                or RecordIssuedQuery
                or UndeliveredQuery { Again: false }
                or OpenQuestionsQuery
                or ContactsQuery;

    /// <summary>Whether it may be said in that conversation all the same: the inspection team's channel is there for it.</summary>
    public async Task<bool> MaySayAsync(ChatQuery wish, Overheard place, CancellationToken cancellationToken) =>
        wish is DigestQuery or PreviewQuery or RemindQuery or RecordIssuedQuery
        && await channels.IncludesAsync(place.Conversation, cancellationToken);

    /// <summary>Sends the answer to a wish to the asker alone; what is said in the conversation instead.</summary>
    public Task<CardMessage> SendAsync(
        ChatQuery wish,
        Overheard place,
        Contact asker,
        CardContext context,
        CancellationToken cancellationToken
    ) => SendAsync(PrivateAnswer.To(wish, context.Language), place, asker, context, cancellationToken);

    /// <summary>Sends what was found in a document to the asker alone; what is said in the conversation instead.</summary>
    public Task<CardMessage> SendReviewAsync(
        string document,
        Overheard place,
        Contact asker,
        CardContext context,
        CancellationToken cancellationToken
    ) => SendAsync(PrivateAnswer.About(document, context.Language), place, asker, context, cancellationToken);

    private async Task<CardMessage> SendAsync(
        PrivateAnswer answer,
        Overheard place,
        Contact asker,
        CardContext context,
        CancellationToken cancellationToken
    )
    {
        // One message, one answer: a turn that runs again finds its notice planned.
        var key = $"{PrivateAnswer.Kind}|{place.Conversation}|{place.Message}|{asker.Upn}";
        await notices.AnnounceAsync(
            [
                new()
                {
                    Key = key,
                    Kind = PrivateAnswer.Kind,
                    Recipient = $"contact:{asker.Upn}",
                    Payload = answer.ToString(),
                    DueAt = clock.GetUtcNow(),
                    Intended = [new IntendedDelivery(key, Obligation: "", Step: "", context.Today)],
                },
            ],
            cancellationToken
        );
        dispatch.Wake();
        return AnswerCards.SentPrivately(context);
    }
}

/// <summary>What a private answer answers: a wish in canonical text, or a document.</summary>
/// <param name="Language">The language of the question.</param>
/// <param name="IsDocument">Whether it is a document.</param>
/// <param name="Text">The query, or the document's key.</param>
internal sealed record PrivateAnswer(Language Language, bool IsDocument, string Text)
{
    /// <summary>The kind of notices that carry it.</summary>
    public const string Kind = "answer";

    private const char Between = '|';

    public static PrivateAnswer To(ChatQuery wish, Language language) => new(language, IsDocument: false, wish.ToString());

    public static PrivateAnswer About(string document, Language language) => new(language, IsDocument: true, document);

    /// <summary>Reads the form of <see cref="ToString"/>; null where it is none.</summary>
    public static PrivateAnswer? Parse(string payload) =>
        payload.Split(Between, 3) is [var language, var sort, var text]
            ? new(language == "en" ? Language.English : Language.Vietnamese, sort == "document", text)
            : null;

    /// <summary>The form of the outbox's rows.</summary>
    public override string ToString() =>
        string.Join(Between, Language == Language.English ? "en" : "vi", IsDocument ? "document" : "query", Text);
}
