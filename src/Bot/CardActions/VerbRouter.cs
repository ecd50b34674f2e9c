using Bot.Asking;
using Bot.Cards;
using Bot.Cards.Notices;
using Bot.Turns;

namespace Bot.CardActions;

/// <summary>Which verb is carried out by what; a verb that nobody knows is refused politely.</summary>
internal sealed class VerbRouter(
    Assistant assistant,
    QueryActions queries,
    FeedbackActions feedback,
    ObligationActions obligations,
    LearningActions learning,
    FactActions facts,
    ChannelActions channels,
    ContactActions people
)
{
    public async Task<Answer> AnswerAsync(CardClick click, Sender sender, CancellationToken cancellationToken) =>
        click.Verb switch
        {
            // The answer to these would be posted before the eyes of others.
            _ when sender.Overheard is not null && IsPrivate(click.Verb) => new Answer
            {
                Message = AnswerCards.OnlyInPrivate(assistant.Context(sender.Language, sender.Surface)),
                Outcome = Outcome.Denied,
            },
            AnswerVerbs.Run => await queries.RunAsync(click, sender, cancellationToken),
            AnswerVerbs.Judge => feedback.Give(click, sender),
            ChannelVerbs.Choose or ChannelVerbs.Leave => await channels.RunAsync(click, sender, cancellationToken),
            _ when ObligationActions.Takes(click.Verb) => await obligations.RunAsync(click, sender, cancellationToken),
            _ when LearningActions.Takes(click.Verb) => await learning.RunAsync(click, sender, cancellationToken),
            _ when ContactActions.Takes(click.Verb) => await people.RunAsync(click, sender, cancellationToken),
            _ when FactActions.Takes(click.Verb) => await facts.RunAsync(click, sender, cancellationToken),
            _ => new Answer
            {
                Message = AnswerCards.Outdated(assistant.Context(sender.Language, sender.Surface)),
                Outcome = Outcome.Denied,
            },
        };

    private static bool IsPrivate(string verb) => FactActions.Takes(verb) || LearningActions.Takes(verb) || ContactActions.Takes(verb);
}
