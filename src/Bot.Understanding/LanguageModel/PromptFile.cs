using System.Globalization;
using System.Text.Json;
using Bot.Indicators;
using Microsoft.Extensions.AI;
using YamlDotNet.Core;

namespace Bot.Understanding.LanguageModel;

/// <summary>
/// One prompt: front matter in YAML between two lines of dashes (purpose, language, version, model parameters, the form of the answer,
/// examples), then what the model is told.
/// </summary>
public sealed record PromptFile
{
    private const string Fence = "---\n";

    /// <summary>What it is for; the file's name without its language.</summary>
    public required string Purpose { get; init; }

    /// <summary>The language of the text, and of the answer.</summary>
    public required Language Language { get; init; }

    /// <summary>Rises with every change that may change an answer.</summary>
    public required int Version { get; init; }

    /// <summary>How free the model is, 0 to 2; null where the deployment takes no such parameter.</summary>
    public required float? Temperature { get; init; }

    /// <summary>The longest answer, in tokens.</summary>
    public required int MaxOutputTokens { get; init; }

    /// <summary>The name of the answer's form.</summary>
    public required string Answer { get; init; }

    /// <summary>The JSON schema of the answer; null where it is generated for each question.</summary>
    public required JsonElement? Schema { get; init; }

    /// <summary>Inputs with the answers that are wished for.</summary>
    public required ValueList<PromptExample> Examples { get; init; }

    /// <summary>What the model is told.</summary>
    public required string Text { get; init; }

    /// <summary>Reads a file.</summary>
    /// <exception cref="FormatException">The front matter is missing, lacks a member, or is no YAML.</exception>
    public static PromptFile Read(string name, string content)
    {
        content = content.ReplaceLineEndings("\n");
        var end = content.StartsWith(Fence, StringComparison.Ordinal) ? content.IndexOf("\n" + Fence, StringComparison.Ordinal) : -1;
        if (end < 0)
        {
            throw new FormatException($"{name}: no front matter");
        }

        try
        {
            return Read(name, FrontMatter.Of(content[Fence.Length..end]), content[(end + 1 + Fence.Length)..].Trim());
        }
        catch (Exception e) when (e is YamlException or KeyNotFoundException or InvalidCastException)
        {
            throw new FormatException($"{name}: {e.Message}", e);
        }
    }

    /// <summary>The conversation that asks: the text, the examples, and the input, each in its own message.</summary>
    public IList<ChatMessage> Messages(string input) =>
        [
            new(ChatRole.System, Text),
            .. Examples.SelectMany(e => new[] { new ChatMessage(ChatRole.User, e.Input), new ChatMessage(ChatRole.Assistant, e.Output) }),
            new(ChatRole.User, input),
        ];

    /// <summary>The model's parameters, and the form that its answer must have.</summary>
    public ChatOptions Options(JsonElement? generated = null) =>
        new()
        {
            Temperature = Temperature,
            MaxOutputTokens = MaxOutputTokens,
            ResponseFormat = ChatResponseFormat.ForJsonSchema(
                Schema ?? generated ?? throw new FormatException($"{Purpose}: the form of the answer is missing"),
                Answer
            ),
            AdditionalProperties = new() { ["strict"] = true },
        };

    private static PromptFile Read(string name, FrontMatter front, string text)
    {
        var model = front.Under("model");
        return new()
        {
            Purpose = front.Text("purpose"),
            Language = front.Text("language") switch
            {
                "vi" => Language.Vietnamese,
                "en" => Language.English,
                var other => throw new FormatException($"{name}: '{other}' is no language of ours"),
            },
            Version = Number(front.Text("version")),
            Temperature = model.Has("temperature") ? float.Parse(model.Text("temperature"), CultureInfo.InvariantCulture) : null,
            MaxOutputTokens = Number(model.Text("max_output_tokens")),
            Answer = front.Text("answer"),
            Schema = front.Has("schema") ? front.Json("schema") : null,
            Examples =
            [
                .. front.List("examples").Select(e => new PromptExample(e.Json("input").GetRawText(), e.Json("output").GetRawText())),
            ],
            Text = text.Length > 0 ? text : throw new FormatException($"{name}: nothing is told"),
        };
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}

/// <summary>What was sent once, and what should have come back; both JSON.</summary>
/// <param name="Input">As the model is sent it.</param>
/// <param name="Output">As the model should answer.</param>
public sealed record PromptExample(string Input, string Output);
