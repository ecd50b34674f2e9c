using Bot.Indicators;
using Bot.Indicators.Catalogues;
using Bot.Indicators.Queries;
using Bot.Indicators.Readings;

namespace Bot.Understanding.Dialogues;

/// <summary>
/// What a follow-up may refer to: the last query of the conversation, those before it and the choices of the last clarification. It
/// holds queries, never figures. Dropping it after a while is the keeper's business.
/// </summary>
public sealed record DialogueState
{
    private const int MostEarlier = 3;
    private const char Between = '\n';
    private const char Mark = '!';

    /// <summary>The last query that was answered; null where there is none, or where a question of another subject was refused since.</summary>
    public StoreQuery? LastQuery { get; init; }

    /// <summary>The choices of the last clarification, while it is open.</summary>
    public ValueList<Query> Choices { get; init; }

    /// <summary>The language that the asker wished for; null where never said.</summary>
    public Language? Language { get; init; }

    /// <summary>The queries before the last one, the newest first.</summary>
    public ValueList<StoreQuery> Earlier { get; init; }

    /// <summary>What kept the last question from being answered; null where it was answered. Until it is settled nothing is supposed.</summary>
    public BlockedBy? Unsettled { get; init; }

    /// <summary>The unsettled question as it would be asked of a name or time that there is; null where that is not clear.</summary>
    public StoreQuery? Otherwise { get; init; }

    /// <summary>The state after a reading.</summary>
    public static DialogueState Next(DialogueState? before, Reading reading)
    {
        before ??= new();
        return reading switch
        {
            Reading.Clear { Query: SetLanguageQuery wish } => before with { Language = wish.To },
            Reading.Clear { Query: ProvenanceQuery { Of: var of } } => before.With(of),
            Reading.Clear { Query: HistoryQuery { Of: var of } } => before.With(of),
            // The first part of a question is what it is about.
            Reading.Clear { Query: PlanQuery { Parts: [var first, ..] } } => before.With(first),
            Reading.Clear { Query: StoreQuery query } => before.With(query),
            Reading.Ambiguous ambiguous => before with { Choices = ambiguous.Choices, Unsettled = null, Otherwise = null },
            Reading.Blocked { FollowsUp: true } blocked => before.After(blocked),
            // The refused question is what is spoken of now, so nothing may be taken from the one before it unasked.
            Reading.Blocked blocked => before.After(blocked) with
            {
                LastQuery = null,
                Earlier = before.LastQuery is { } last ? Pushed(last, before.Earlier) : before.Earlier,
            },
            Reading.Clear => before,
            _ => before with { Choices = [] },
        };
    }

    /// <summary>The state as texts that a row can hold.</summary>
    public DialogueTexts ToTexts()
    {
        List<string> lines = [.. Earlier.Select(q => q.ToString())];
        if (Unsettled is { } by)
        {
            lines.Insert(0, $"{Mark}{by} {Otherwise}");
        }

        return new(
            LastQuery?.ToString(),
            [.. Choices.Select(c => c.ToString())],
            Language switch
            {
                Indicators.Language.English => "en",
                Indicators.Language.Vietnamese => "vi",
                _ => null,
            },
            lines.Count == 0 ? null : string.Join(Between, lines)
        );
    }

    /// <summary>Reads a row back. A query that the catalogue no longer knows is dropped, and never read as another.</summary>
    public static DialogueState FromTexts(DialogueTexts texts, Catalogue catalogue)
    {
        var lines = (texts.Previous ?? "").Split(Between, StringSplitOptions.RemoveEmptyEntries);
        var unsettled = lines is [['!', .. var refused], ..] ? refused.Split(' ', 2) : [];
        return new()
        {
            LastQuery = Read(texts.LastQuery) as StoreQuery,
            Choices = [.. texts.Choices.Select(Read).OfType<Query>()],
            Language = texts.Language switch
            {
                "en" => Indicators.Language.English,
                "vi" => Indicators.Language.Vietnamese,
                _ => null,
            },
            Earlier = [.. lines.Select(Read).OfType<StoreQuery>()],
            Unsettled = unsettled is [var by, ..] && Enum.TryParse<BlockedBy>(by, out var blocked) ? blocked : null,
            Otherwise = unsettled is [_, var otherwise] ? Read(otherwise) as StoreQuery : null,
        };

        Query? Read(string? text) => QueryText.TryRead(text, catalogue, out var query, out _) ? query : null;
    }

    private DialogueState After(Reading.Blocked blocked) =>
        this with
        {
            Choices = blocked.Nearest,
            Unsettled = blocked.By,
            Otherwise = blocked.Otherwise,
        };

    private DialogueState With(StoreQuery query) =>
        this with
        {
            LastQuery = query,
            Earlier = [.. (LastQuery is { } last ? Pushed(last, Earlier) : Earlier).Where(e => e != query)],
            Choices = [],
            Unsettled = null,
            Otherwise = null,
        };

    private static ValueList<StoreQuery> Pushed(StoreQuery last, ValueList<StoreQuery> earlier) =>
        [.. earlier.Where(e => e != last).Prepend(last).Take(MostEarlier)];
}
