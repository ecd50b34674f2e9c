using System.Text.Json.Serialization;

namespace Bot.WebChat;

/// <summary>Answer to tokens/generate, tokens/refresh, and to the start of a conversation; <see cref="StreamUrl"/> is null for the first two.</summary>
internal sealed record ConversationAnswer(
    string ConversationId,
    string Token,
    [property: JsonPropertyName("expires_in")] int ExpiresIn,
    string? StreamUrl
);

/// <summary>Answer to an activity: the id that it got.</summary>
internal sealed record ResourceAnswer(string Id);

/// <summary>An error as Direct Line writes it (bot-protocol 7.1).</summary>
internal sealed record ErrorAnswer(ErrorBody Error);

/// <summary>Code and message of an error.</summary>
internal sealed record ErrorBody(string Code, string Message);

/// <summary>Body of tokens/generate and of the start of a conversation; every part may be missing.</summary>
internal sealed record StartRequest(StartUser? User, string? Locale);

/// <summary>Whom the client wants to be.</summary>
internal sealed record StartUser(string? Id, string? Name);

/// <summary>What the page's script needs to know, written into the page.</summary>
internal sealed record PageData(
    string Language,
    string Locale,
    string? Bundle,
    IReadOnlyList<PagePersona> Personas,
    IReadOnlyList<string> Suggestions,
    IReadOnlyList<string> Chips,
    IReadOnlyDictionary<string, string> Strings
);

/// <summary>A role to choose on the page.</summary>
internal sealed record PagePersona(string Id, string Name, string Account, string? Question);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(TokenClaims))]
[JsonSerializable(typeof(ConversationAnswer))]
[JsonSerializable(typeof(ResourceAnswer))]
[JsonSerializable(typeof(ErrorAnswer))]
[JsonSerializable(typeof(StartRequest))]
[JsonSerializable(typeof(PageData))]
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class DirectLineJsonContext : JsonSerializerContext;
