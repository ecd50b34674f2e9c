using System.Text.Json;
using Bot.Activities;
using Bot.Asking;
using Bot.CardActions;
using Bot.Cards;
using Bot.Cards.Searching;
using Bot.Clocks;
using Bot.Indicators;
using Bot.Indicators.Queries;
using Bot.Indicators.Readings;
using Bot.Turns;
using Bot.Understanding.Questions;
using Bot.Understanding.Searching;

namespace Bot.Teams;

/// <summary>
/// The search in the compose box: rows are queries, and the one that is chosen is asked like any other. What is put into a message is read
/// by others, so it holds what a guest may see: approved figures.
/// </summary>
internal sealed class SearchBox(Assistant assistant, KnownReadings readings, TimeProvider clock)
{
    private const int MostRows = 25;
    private const int MostSkipped = 500;
    private const int LongestText = 300;

    /// <summary>A page of rows for what is typed so far.</summary>
    public InvokeResponse Find(JsonElement value, Sender sender)
    {
        var typed = TypedIn(value).Trim();
        var (skip, count) = PageOf(value);
        var context = assistant.Context(sender.Language, sender.Surface);
        List<SearchHit> hits = [.. Hits(typed, context).DistinctBy(hit => hit.Query).Skip(skip).Take(count)];
        return hits.Count == 0 && skip == 0 && typed.Length > 0
            ? ExtensionBodies.Said(SearchCards.Said(SearchSaying.Nothing, context, typed))
            : ExtensionBodies.Rows(hits, context.Language == Language.English ? "en" : "vi");
    }

    /// <summary>The card of the row that was chosen.</summary>
    public async Task<(InvokeResponse Response, Outcome Outcome)> AnswerAsync(
        JsonElement value,
        Sender sender,
        CancellationToken cancellationToken
    )
    {
        var chosen = new CardClick("", value);
        var language = QueryActions.LanguageOf(chosen) ?? sender.Language;
        // The row comes back from the client: what is no query of the store over this catalogue is not run.
        if (!QueryText.TryRead(chosen.Text("query"), assistant.Catalogue, out var query, out _) || query is not StoreQuery)
        {
            var context = assistant.Context(language, sender.Surface);
            return (ExtensionBodies.Said(SearchCards.Said(SearchSaying.Outdated, context)), Outcome.NoData);
        }

        var answer = await assistant.RunAsync(query, language, before: null, sender.Surface, asker: null, cancellationToken);
        return (ExtensionBodies.Card(answer.Message), answer.Outcome);
    }

    // A whole question is read as such; beside it stands what its words begin.
    private IEnumerable<SearchHit> Hits(string typed, CardContext context)
    {
        if (typed.Length == 0)
        {
            return SearchCards.Examples(context);
        }

        var reading = readings.Read(new Question(typed, clock.Today, context.Language), context.Catalogue);
        IEnumerable<Query> read = reading switch
        {
            Reading.Clear clear => [clear.Query],
            Reading.Ambiguous ambiguous => ambiguous.Choices,
            _ => [],
        };
        return read.OfType<StoreQuery>()
            .Concat(CatalogueSearch.Find(typed, context.Catalogue, context.Today))
            .Select(query => SearchCards.Hit(query, context));
    }

    private static string TypedIn(JsonElement value)
    {
        if (Member(value, "parameters") is not { ValueKind: JsonValueKind.Array } parameters)
        {
            return "";
        }

        // Besides the words Teams sends a parameter "initialRun" when the box opens.
        var text = parameters
            .EnumerateArray()
            .Select(parameter => new CardClick("", parameter))
            .Where(parameter => parameter.Text("name") == "query")
            .Select(parameter => parameter.Text("value"))
            .FirstOrDefault();
        return text is null ? "" : text[..Math.Min(text.Length, LongestText)];
    }

    private static (int Skip, int Count) PageOf(JsonElement value)
    {
        var options = Member(value, "queryOptions");
        return (
            Math.Clamp(Number(Member(options, "skip")) ?? 0, 0, MostSkipped),
            Math.Clamp(Number(Member(options, "count")) ?? MostRows, 1, MostRows)
        );
    }

    private static JsonElement? Member(JsonElement? of, string name) =>
        of is { ValueKind: JsonValueKind.Object } value && value.TryGetProperty(name, out var member) ? member : null;

    private static int? Number(JsonElement? value) =>
        value is { ValueKind: JsonValueKind.Number } given && given.TryGetInt32(out var number) ? number : null;
}
