using System.Globalization;
using Bot.Asking;
using Bot.Cards;
using Bot.Cards.Review;
using Bot.Indicators.Contacts;
using Bot.Indicators.Proposals;
using Bot.Store.Contacts;
using Bot.Store.Facts;
using Bot.Turns;

namespace Bot.CardActions;

/// <summary>Clicks on the proposals of a document; each answers with the proposals as they stand then. The sender decides what may be done.</summary>
internal sealed class FactActions(Assistant assistant, FactLedger ledger, ContactBook contacts)
{
    /// <summary>Whether the verb is one of a review card.</summary>
    public static bool Takes(string verb) => verb is FactVerbs.Show or FactVerbs.ApproveAll || FactVerbs.Find(verb) is not null;

    public async Task<Answer> RunAsync(CardClick click, Sender sender, CancellationToken cancellationToken)
    {
        var person = contacts.ByObjectId(sender.AadObjectId);
        var context = assistant.Context(QueryActions.LanguageOf(click) ?? person?.Language ?? sender.Language, sender.Surface);
        if (!Rights.MayDecideFacts(person))
        {
            return new Answer { Message = AnswerCards.Denied(context), Outcome = Outcome.Denied };
        }

        if (click.Text(FactVerbs.Document) is not { } document || await ledger.FindAsync(document, cancellationToken) is not { } review)
        {
            return new Answer
            {
                Message = ReviewCards.Said(ReviewSaying.Gone, context),
                Outcome = Outcome.NoData,
                IsOfNoCard = true,
            };
        }

        var page = (int)(Number(click, FactVerbs.Page) ?? 1);
        if (click.Verb == FactVerbs.Show)
        {
            return Show(review, page, context);
        }

        var version = (int)(Number(click, FactVerbs.Version) ?? -1);
        if (click.Verb == FactVerbs.ApproveAll)
        {
            var approved = await ledger.ApproveAllAsync(document, version, person!.Upn, cancellationToken);
            var after = await ledger.FindAsync(document, cancellationToken);
            return Show(after!, page, context, isOutdated: approved is null) with { IsOfNoCard = IsOfNoState(version, review.Version) };
        }

        return review.Facts.FirstOrDefault(f => f.Id == Number(click, FactVerbs.Fact)) is { } fact
            ? await DecideAsync(click, FactVerbs.Find(click.Verb)!.Value, version, person!, review, fact, page, context, cancellationToken)
            : Show(review, page, context, isOutdated: true) with
            {
                IsOfNoCard = true,
            };
    }

    // Cards are drawn of what is or was.
    private static bool IsOfNoState(int version, int present) => version < 0 || version > present;

    private async Task<Answer> DecideAsync(
        CardClick click,
        FactAction action,
        int version,
        Contact person,
        DocumentReview review,
        ReviewedFact fact,
        int page,
        CardContext context,
        CancellationToken cancellationToken
    )
    {
        if (IsOfNoState(version, fact.Version))
        {
            return Show(review, page, context, isOutdated: true) with { IsOfNoCard = true };
        }

        var typed = new FactFormState(page, click.Text(FactVerbs.Value), click.Text(FactVerbs.Reason));
        var hasForm = action is FactAction.Correct or FactAction.Withdraw;
        if (hasForm && typed is { Value: null, Reason: null } && fact.Version == version)
        {
            return new Answer { Message = ReviewCards.Form(action, review, fact, typed, context), Outcome = Outcome.Clarify };
        }

        var decision = new FactDecision(action, fact.Id, version, typed.Value ?? "", typed.Reason ?? "");
        var outcome = await ledger.DecideAsync(decision, person.Upn, cancellationToken);
        if (outcome == DecisionOutcome.Refused && hasForm)
        {
            var again = typed with { Error = ReviewCards.Refused(context) };
            return new Answer { Message = ReviewCards.Form(action, review, fact, again, context), Outcome = Outcome.Clarify };
        }

        var after = await ledger.FindAsync(review.Document, cancellationToken);
        return outcome == DecisionOutcome.Refused
            ? new Answer { Message = ReviewCards.Of(after!, page, context, ReviewCards.Refused(context)), Outcome = Outcome.NoData }
            : Show(after!, page, context, isOutdated: outcome == DecisionOutcome.Outdated);
    }

    private static Answer Show(DocumentReview review, int page, CardContext context, bool isOutdated = false) =>
        new()
        {
            Message = ReviewCards.Of(review, page, context, isOutdated ? ReviewCards.Changed(review, context) : null),
            Outcome = isOutdated ? Outcome.NoData : Outcome.Answered,
        };

    private static long? Number(CardClick click, string name) =>
        long.TryParse(click.Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= int.MaxValue
            ? number
            : null;
}
