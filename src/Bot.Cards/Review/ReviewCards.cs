using Bot.Cards.Resources;
using Bot.Indicators.Proposals;

namespace Bot.Cards.Review;

/// <summary>Cards about documents and what was proposed from them.</summary>
public static class ReviewCards
{
    /// <summary>A page of a document's proposals as they stand.</summary>
    public static CardMessage Of(DocumentReview review, int page, CardContext context, string? remark = null)
    {
        var words = new Wording(context);
        return ReviewCard.Of(review, page, remark, words, context).ToMessage(words) with
        {
            Assisted = review.Facts.Any(f => f.Fact.ByModel),
        };
    }

    /// <summary>The form of a correction or of taking back.</summary>
    public static CardMessage Form(FactAction action, DocumentReview review, ReviewedFact fact, FactFormState state, CardContext context)
    {
        var words = new Wording(context);
        return FactForm.Of(action, review, fact, state, words, context).ToMessage(words) with { Assisted = fact.Fact.ByModel };
    }

    /// <summary>Since when it has been otherwise than the reader saw it.</summary>
    public static string Changed(DocumentReview review, CardContext context)
    {
        var words = new Wording(context);
        return review.Facts.Max(f => f.DecidedAt) is { } at ? words.Say("notice.changed", words.Moment(at)) : words["notice.impossible"];
    }

    /// <summary>A value or decision that the store cannot take.</summary>
    public static string Refused(CardContext context) => new Wording(context)["review.refused"];

    /// <summary>One sentence instead of a card.</summary>
    public static CardMessage Said(ReviewSaying what, CardContext context, string part = "")
    {
        var text = new Wording(context).Say("review.said." + what, part);
        return new()
        {
            Text = text,
            Summary = text,
            Language = context.Language,
        };
    }

    /// <summary>Why a file could not be read, and what to do.</summary>
    public static CardMessage Unreadable(DocumentFault fault, CardContext context) =>
        Said(ReviewSaying.Unreadable, context, Fault(fault, context.Language));

    /// <summary>The same for a terminal.</summary>
    public static string Fault(DocumentFault fault, Language language) => Strings.In(language)["document.fault." + fault].Format;

    /// <summary>What was found, as lines for a terminal: each with its quote, what speaks against it and what became of it.</summary>
    public static IEnumerable<string> Lines(DocumentReview review, CardContext context) => ReviewLines.Of(review, new Wording(context));
}

/// <summary>What is said about documents in one sentence.</summary>
public enum ReviewSaying
{
    /// <summary>Nothing waits for approval.</summary>
    NothingWaits,

    /// <summary>The document is not there any more.</summary>
    Gone,

    /// <summary>The file lies where it is not fetched from.</summary>
    ForeignHost,

    /// <summary>The file is too large.</summary>
    TooLarge,

    /// <summary>The file could not be fetched.</summary>
    NotFetched,

    /// <summary>Several files in one message.</summary>
    OneFileAMessage,

    /// <summary>The file cannot be read; the part says why.</summary>
    Unreadable,

    /// <summary>Tables are imported on the server, not in chat.</summary>
    Table,
}
