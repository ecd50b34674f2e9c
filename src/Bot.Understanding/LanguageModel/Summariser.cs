using System.Text.Encodings.Web;
using System.Text.Json;
using Bot.Indicators;
using Bot.Indicators.Catalogues;
using Bot.Indicators.Results;
using Microsoft.Extensions.AI;

namespace Bot.Understanding.LanguageModel;

/// <summary>Has a model sum up facts that the store gave: which of them matter for the question, in two or three sentences.</summary>
public sealed class Summariser(PromptBook prompts)
{
    // Fewer are read faster than a summary of them.
    private const int FewestFacts = 3;
    private const int MostFacts = 24;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The summary; null where there is little to sum up, the model gave none, or it said what no fact says.</summary>
    /// <param name="question">The question, as typed.</param>
    /// <param name="facts">The facts, as the card says them.</param>
    /// <param name="language">The language of both.</param>
    /// <param name="catalogue">The names that sentences are held against.</param>
    /// <param name="today">The day of the answer.</param>
    /// <param name="model">The model as the asker may use it.</param>
    /// <param name="show">Shows a sentence as soon as it is known that a fact says it; null where nobody would see it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<string?> SumUpAsync(
        string question,
        ValueList<SaidFact> facts,
        Language language,
        Catalogue catalogue,
        DateOnly today,
        IChatClient model,
        Action<string>? show,
        CancellationToken cancellationToken
    )
    {
        if (facts.Count < FewestFacts)
        {
            return null;
        }

        List<SaidFact> told = [.. facts.Take(MostFacts)];
        var guard = new SummaryGuard(catalogue, language, today);
        var prompt = prompts["summarise-result", language];
        var input = Write(question, told);
        var answer = show is null
            ? await prompt.AskAsync(model, input, null, cancellationToken)
            : await prompt.StreamAsync(model, input, new GuardedSentences(guard, told, show).GoesOn, cancellationToken);
        return answer is { } json && Sentences(json) is { } sentences ? guard.Of(sentences, told) : null;
    }

    private static string Write(string question, List<SaidFact> facts)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("question", question);
            json.WriteStartArray("facts");
            foreach (var fact in facts)
            {
                json.WriteStringValue(fact.Text);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static List<string>? Sentences(JsonElement answer) =>
        answer.ValueKind == JsonValueKind.Object
        && answer.TryGetProperty("sentences", out var list)
        && list.ValueKind == JsonValueKind.Array
        && list.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String)
            ? [.. list.EnumerateArray().Select(item => item.GetString()!)]
            : null;
}
