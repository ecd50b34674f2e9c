using System.Diagnostics;
using Bot.Cards;
using Bot.Charts;
using Bot.Chat;
using Bot.Clocks;
using Bot.Indicators;
using Bot.Indicators.Catalogues;
using Bot.Indicators.Contacts;
using Bot.Indicators.Queries;
using Bot.Indicators.Readings;
using Bot.Indicators.Results;
using Bot.Reminders.Policies;
using Bot.Store.Catalogues;
using Bot.Store.Querying;
using Bot.Understanding.Dialogues;
using Bot.Understanding.Questions;

namespace Bot.Asking;

/// <summary>Text to reading to result to card: the one way to an answer, for chat, buttons, the terminal, tests and benchmarks.</summary>
internal sealed class Assistant(
    KnownReadings readings,
    SecondReader second,
    QueryEngine engine,
    CatalogueCache catalogues,
    CardAddresses addresses,
    Wishes wishes,
    ReminderPolicies policies,
    TimeProvider clock
)
{
    private readonly DrawnCards _cards = new();
    private volatile Catalogue? _last;

    /// <summary>Answers a question.</summary>
    public async ValueTask<Answer> AnswerAsync(Ask ask, CancellationToken cancellationToken)
    {
        var catalogue = _last = catalogues.Current;
        var today = clock.Today;
        var question = new Question(ask.Text, today, ask.Locale, ask.Dialogue, ask.Asker?.Unit);
        var reading = readings.Read(question, catalogue);
        if (reading is not Reading.Clear && !ask.ByRulesAlone)
        {
            reading = await second.ReadAsync(question, catalogue, reading, ask, cancellationToken);
        }

        var context = new CardContext(reading.Language, ask.Surface, catalogue, today)
        {
            ChartAddress = addresses.For(ask.Surface),
            ListAddress = addresses.ListFor(ask.Surface),
            Reporting = policies.Current.Reporting,
        };
        var answer = reading switch
        {
            // In a channel it is the channel that shall get notices.
            Reading.Clear { Query: SubscribeQuery query } when ask.Overheard is { } shared => Carried(
                query,
                await wishes.AskForChannelAsync(shared.Conversation, context, ask.Asker, cancellationToken)
            ),
            Reading.Clear clear => await CarryOutAsync(clear.Query, clear, context, ask.Asker, ask.Overheard, cancellationToken),
            Reading.Ambiguous ambiguous => new Answer
            {
                Message = _cards.For(ambiguous, context, AnswerCards.Clarify),
                Outcome = Outcome.Clarify,
            },
            Reading.Blocked blocked => new Answer
            {
                Message = _cards.For(blocked, context, AnswerCards.Blocked),
                Outcome = OutcomeOf(blocked),
            },
            Reading.OutOfScope outside => new Answer
            {
                Message = _cards.For(outside, context, static (_, c) => AnswerCards.OutOfScope(c)),
                Outcome = Outcome.OutOfScope,
            },
            _ => throw new UnreachableException(reading.GetType().Name),
        };
        if (
            answer.Result is PlanResult parts
            && reading is Reading.Clear { Note: var note }
            && await second.SumUpAsync(ask, parts, note, context, cancellationToken) is { } summarised
        )
        {
            answer = answer with { Message = summarised };
        }

        return answer with
        {
            Dialogue = DialogueState.Next(ask.Dialogue, reading),
            Reading = reading,
        };
    }

    /// <summary>Runs the query of a button and answers it in the language of the card.</summary>
    public async ValueTask<Answer> RunAsync(
        Query query,
        Language language,
        DialogueState? before,
        Surface surface,
        Contact? asker,
        CancellationToken cancellationToken,
        Overheard? overheard = null
    )
    {
        var context = Context(language, surface);
        var reading = new Reading.Clear { Query = query, Language = language };
        var answer = await CarryOutAsync(query, reading, context, asker, overheard, cancellationToken);
        return answer with { Dialogue = DialogueState.Next(before, reading), Reading = reading };
    }

    /// <summary>The catalogue that questions are read with now.</summary>
    public Catalogue Catalogue => catalogues.Current;

    /// <summary>The same while the store cannot be read; null where it never could.</summary>
    public CardContext? LastContext(Language language, Surface surface) =>
        _last is { } catalogue ? new(language, surface, catalogue, clock.Today) : null;

    /// <summary>What a card needs to be drawn without a question before it.</summary>
    public CardContext Context(Language language, Surface surface) =>
        new(language, surface, _last = catalogues.Current, clock.Today)
        {
            ChartAddress = addresses.For(surface),
            ListAddress = addresses.ListFor(surface),
        };

    private async ValueTask<Answer> CarryOutAsync(
        Query query,
        Reading.Clear reading,
        CardContext context,
        Contact? asker,
        Overheard? overheard,
        CancellationToken cancellationToken
    )
    {
        switch (query)
        {
            case StoreQuery store:
                var result = await engine.RunAsync(
                    store,
                    new QueryScope(context.Today, overheard is null ? asker : null),
                    cancellationToken
                );
                return new Answer
                {
                    Message = _cards.For(reading, result, context),
                    Outcome = result is NoData or PlanResult { HasNothing: true } ? Outcome.NoData : Outcome.Answered,
                    Query = query,
                    Result = result,
                };
            case SetLanguageQuery { Then: { } again } language:
                var answered = await CarryOutAsync(
                    again,
                    reading,
                    context with
                    {
                        Language = language.To,
                    },
                    asker,
                    overheard,
                    cancellationToken
                );
                return answered with { Query = query };
            case ChatQuery chat when Wishes.Takes(chat):
                return Carried(query, await wishes.CarryOutAsync(chat, context, asker, overheard, cancellationToken));
            case ChatQuery chat:
                return new Answer
                {
                    Message = _cards.For(reading, chat, context, asker),
                    Outcome = ChatAnswers.OutcomeOf(chat),
                    Query = query,
                };
            default:
                throw new UnreachableException(query.GetType().Name);
        }
    }

    private static Answer Carried(Query query, (CardMessage Message, Outcome Outcome) wish) =>
        new()
        {
            Message = wish.Message,
            Outcome = wish.Outcome,
            Query = query,
        };

    // A name that is not in the catalogue is answered with what there is; the rest is asked back.
    private static Outcome OutcomeOf(Reading.Blocked blocked) =>
        blocked.By is BlockedBy.UnknownUnit or BlockedBy.UnknownIndicator or BlockedBy.UnknownPeriod ? Outcome.NoData : Outcome.Clarify;
}
