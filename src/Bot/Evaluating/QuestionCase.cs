using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Evaluating;

/// <summary>One case of a question file (a line of JSON): a question, or a conversation of several.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Turns">What is said, in order.</param>
/// <param name="Lang"><c>vi</c> or <c>en</c>: the locale of the client.</param>
/// <param name="Tags">What it is about; <c>noise</c> beside another tag says that it is a variant of that kind.</param>
/// <param name="Of">The case that it is a variant of; null where the file does not say.</param>
internal sealed record QuestionCase(string Id, QuestionTurn[] Turns, string? Lang = null, string[]? Tags = null, string? Of = null)
{
    public bool Has(string tag) => Tags?.Contains(tag) == true;

    /// <summary>The cases of a file; a line that is none is named.</summary>
    public static List<QuestionCase> ReadAll(string path)
    {
        var cases = new List<QuestionCase>();
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            try
            {
                cases.Add(JsonSerializer.Deserialize(line, QuestionJsonContext.Default.QuestionCase)!);
            }
            catch (JsonException e)
            {
                throw new IOException($"{path}:{number}: {e.Message}", e);
            }
        }

        return cases;
    }
}

/// <summary>One thing said, and what the answer must be like.</summary>
internal sealed record QuestionTurn(string Say, Expectation? Expect = null);

/// <summary>What an answer must and must not say. An item is text compared without case and diacritics, <c>n:80%</c> (that number and no other), or <c>re:…</c> on the folded text.</summary>
internal sealed record Expectation
{
    public string? Outcome { get; set; }

    public string[] Has { get; set; } = [];

    public string[][] HasAny { get; set; } = [];

    public string[] HasNot { get; set; } = [];

    /// <summary>Every percentage said is among these; null for no such rule.</summary>
    public JsonElement[]? FiguresOnly { get; set; }

    public bool NoFigures { get; set; }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true
)]
[JsonSerializable(typeof(QuestionCase))]
internal sealed partial class QuestionJsonContext : JsonSerializerContext;
