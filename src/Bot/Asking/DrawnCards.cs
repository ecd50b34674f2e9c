using System.Runtime.CompilerServices;
using Bot.Cards;
using Bot.Indicators;
using Bot.Indicators.Contacts;
using Bot.Indicators.Queries;
using Bot.Indicators.Readings;
using Bot.Indicators.Results;

namespace Bot.Asking;

/// <summary>
/// A reading that is kept keeps its cards too, one per language and surface, each with the result that it shows: the same question of
/// many officials is drawn once, and drawn again as soon as the store answers with another result.
/// </summary>
internal sealed class DrawnCards
{
    private static readonly int Languages = Enum.GetValues<Language>().Length;
    private static readonly int Surfaces = Enum.GetValues<Surface>().Length;

    private readonly ConditionalWeakTable<object, Drawn?[]> _cards = [];

    /// <summary>The card of a result as the reading led to it.</summary>
    public CardMessage For(Reading.Clear reading, Result result, CardContext context)
    {
        ref var drawn = ref Slot(reading, context);
        if (drawn is null || !ReferenceEquals(drawn.Of, result))
        {
            drawn = new Drawn(result, AnswerCards.For(result, reading.Note, context));
        }

        return drawn.Card;
    }

    /// <summary>The card of a wish that needs no store, as that asker gets it.</summary>
    public CardMessage For(Reading.Clear reading, ChatQuery wish, CardContext context, Contact? asker)
    {
        ref var drawn = ref Slot(reading, context);
        object of = asker is null ? wish : asker;
        if (drawn is null || !ReferenceEquals(drawn.Of, of))
        {
            drawn = new Drawn(of, ChatAnswers.For(wish, context, asker));
        }

        return drawn.Card;
    }

    /// <summary>The card of a reading that has no result.</summary>
    public CardMessage For<T>(T reading, CardContext context, Func<T, CardContext, CardMessage> draw)
        where T : Reading
    {
        ref var drawn = ref Slot(reading, context);
        drawn ??= new Drawn(reading, draw(reading, context));
        return drawn.Card;
    }

    private ref Drawn? Slot(Reading reading, CardContext context) =>
        ref _cards.GetValue(reading, static _ => new Drawn?[Languages * Surfaces])[
            (context.Language == Language.English ? Surfaces : 0) + (int)context.Surface
        ];

    private sealed record Drawn(object Of, CardMessage Card);
}
