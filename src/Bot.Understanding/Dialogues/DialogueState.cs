using Bot.Indicators;
using Bot.Indicators.Catalogues;
using Bot.Indicators.Queries;
using Bot.Indicators.Readings;

namespace Bot.Understanding.Dialogues;

/// <summary>
/// What a follow-up may refer to: the last query of the conversation and the choices of the last clarification. It holds queries,
/// never figures. Dropping it after a while is the keeper's business.
/// </summary>
public sealed record DialogueState
{
    /// <summary>The last query that was answered; null where there is none.</summary>
    public StoreQuery? LastQuery { get; init; }

    /// <summary>The choices of the last clarification, while it is open.</summary>
    public ValueList<Query> Choices { get; init; }

    /// <summary>The language that the asker wished for; null where never said.</summary>
    public Language? Language { get; init; }

    /// <summary>The query before the last one; null where there is none.</summary>
    public StoreQuery? Previous { get; init; }

    /// <summary>The state after a reading. A refusal leaves what can be referred to as it was; only open choices are closed.</summary>
    public static DialogueState Next(DialogueState? before, Reading reading)
    {
        before ??= new();
        return reading switch
        {
            Reading.Clear { Query: SetLanguageQuery wish } => before with { Language = wish.To },
            Reading.Clear { Query: ProvenanceQuery or HistoryQuery } => before with { Choices = [] },
            Reading.Clear { Query: StoreQuery query } => before with { LastQuery = query, Previous = before.LastQuery, Choices = [] },
            Reading.Ambiguous ambiguous => before with { Choices = ambiguous.Choices },
            Reading.Blocked { Nearest.IsEmpty: false } blocked => before with { Choices = blocked.Nearest },
            Reading.Clear => before,
            _ => before with { Choices = [] },
        };
    }

    /// <summary>The state as texts that a row can hold.</summary>
    public DialogueTexts ToTexts() =>
        new(
            LastQuery?.ToString(),
            [.. Choices.Select(c => c.ToString())],
            Language switch
            {
                Indicators.Language.English => "en",
                Indicators.Language.Vietnamese => "vi",
                _ => null,
            },
            Previous?.ToString()
        );

    /// <summary>Reads a row back. A query that the catalogue no longer knows is dropped, and never read as another.</summary>
    public static DialogueState FromTexts(DialogueTexts texts, Catalogue catalogue)
    {
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
            Previous = Read(texts.Previous) as StoreQuery,
        };

        Query? Read(string? text) => QueryText.TryRead(text, catalogue, out var query, out _) ? query : null;
    }
}
