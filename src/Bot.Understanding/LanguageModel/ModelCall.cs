using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Bot.Understanding.LanguageModel;

/// <summary>One question to the model.</summary>
internal static class ModelCall
{
    /// <summary>What it answered; null where it gave no whole answer, for whatever reason.</summary>
    public static async Task<string?> AskAsync(
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
            return response.FinishReason is { } reason && reason != ChatFinishReason.Stop ? null : response.Text;
        }
        catch (ModelUnavailableException)
        {
            return null;
        }
    }
}
