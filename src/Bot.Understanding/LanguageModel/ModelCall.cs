using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Bot.Understanding.LanguageModel;

/// <summary>One question to the model.</summary>
internal static class ModelCall
{
    private const int MostLetters = 20_000;

    /// <summary>What it answered; null where it gave no whole answer, for whatever reason, or none that is JSON.</summary>
    public static async Task<JsonElement?> AskAsync(
        this PromptFile prompt,
        IChatClient model,
        string input,
        JsonElement? schema,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var response = await model.GetResponseAsync(prompt.Messages(input), prompt.Options(schema), cancellationToken);
            // Whatever stopped it, half an answer is none.
            return response.FinishReason is { } reason && reason != ChatFinishReason.Stop ? null : Json(response.Text);
        }
        catch (ModelUnavailableException)
        {
            return null;
        }
    }

    /// <summary>The same piece by piece: <paramref name="goesOn"/> sees all that has come so far, and where it says no there is no answer.</summary>
    public static async Task<JsonElement?> StreamAsync(
        this PromptFile prompt,
        IChatClient model,
        string input,
        Func<string, bool> goesOn,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var said = new StringBuilder();
            ChatFinishReason? finish = null;
            await foreach (var update in model.GetStreamingResponseAsync(prompt.Messages(input), prompt.Options(null), cancellationToken))
            {
                finish = update.FinishReason ?? finish;
                if (update.Text.Length > 0 && !goesOn(said.Append(update.Text).ToString()))
                {
                    return null;
                }
            }

            return finish is { } reason && reason != ChatFinishReason.Stop ? null : Json(said.ToString());
        }
        catch (ModelUnavailableException)
        {
            return null;
        }
    }

    // All of its words can be read: an escape of half a letter ("\ud800") is JSON and is found only when it is asked for.
    private static JsonElement? Json(string answer)
    {
        if (answer.Length > MostLetters)
        {
            return null;
        }

        try
        {
            var utf8 = Encoding.UTF8.GetBytes(answer);
            var reader = new Utf8JsonReader(utf8);
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
                {
                    reader.GetString();
                }
            }

            return JsonElement.Parse(utf8);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
