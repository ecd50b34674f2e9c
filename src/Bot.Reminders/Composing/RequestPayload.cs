using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Indicators.Obligations;

namespace Bot.Reminders.Composing;

/// <summary>What a notice of kind <c>request</c> carries: what happened to which obligation, so that somebody must act or know.</summary>
/// <param name="Obligation">The obligation's key.</param>
/// <param name="Step">What happened.</param>
internal sealed record RequestPayload(string Obligation, ObligationStep Step)
{
    /// <summary>The kind of notices that carry it.</summary>
    public const string Kind = "request";

    /// <summary>Reads the form of <see cref="ToString"/>.</summary>
    /// <exception cref="JsonException">The text is no such payload.</exception>
    public static RequestPayload Parse(string json) =>
        JsonSerializer.Deserialize(json, RequestPayloadJson.Default.RequestPayload) ?? throw new JsonException("an empty payload");

    /// <summary>The form of the outbox's rows.</summary>
    public override string ToString() => JsonSerializer.Serialize(this, RequestPayloadJson.Default.RequestPayload);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true
)]
[JsonSerializable(typeof(RequestPayload))]
internal sealed partial class RequestPayloadJson : JsonSerializerContext;
