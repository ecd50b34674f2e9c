using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Cards;
using Bot.Indicators;
using Bot.Indicators.Contacts;
using Bot.Store.Notices;

namespace Bot.Reminders.Composing;

/// <summary>What a card of kind <c>case</c> carries: obligations that were shown in answer to a person.</summary>
/// <param name="Reader">That person's user principal name; what may be done is decided anew for that person.</param>
/// <param name="Language">The language of the answer.</param>
/// <param name="Obligations">The keys of the obligations.</param>
public sealed record KeptCase(string Reader, Language Language, IReadOnlyList<string> Obligations)
{
    /// <summary>The kind of cards that carry it.</summary>
    public const string Kind = "case";

    /// <summary>How an answer is kept up to date; null where it shows no obligation.</summary>
    public static KeptCard? Of(CardMessage message, Contact reader) =>
        message.Shows.IsEmpty
            ? null
            : new(
                Kind,
                new KeptCase(reader.Upn, message.Language, [.. message.Shows.Select(shown => shown.Key.ToString())]).ToString(),
                [.. message.Shows.Select(shown => new DrawnObligation(shown.Key.ToString(), shown.Version))]
            );

    /// <summary>Reads the form of <see cref="ToString"/>.</summary>
    /// <exception cref="JsonException">The text is no such payload.</exception>
    public static KeptCase Parse(string json) =>
        JsonSerializer.Deserialize(json, KeptCaseJson.Default.KeptCase) ?? throw new JsonException("an empty payload");

    /// <summary>The form of the outbox's rows.</summary>
    public override string ToString() => JsonSerializer.Serialize(this, KeptCaseJson.Default.KeptCase);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true
)]
[JsonSerializable(typeof(KeptCase))]
internal sealed partial class KeptCaseJson : JsonSerializerContext;
