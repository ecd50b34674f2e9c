using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Reminders.Planning;

/// <summary>What a notice carries that is about a day as a whole: a <c>digest</c>, or the <c>warning</c> that planning did not run.</summary>
/// <param name="Day">The day.</param>
public sealed record DayPayload(DateOnly Day)
{
    /// <summary>The kind of the weekly digests of the inspection team.</summary>
    public const string DigestKind = "digest";

    /// <summary>The kind of the notices to the administrators that planning did not run on that day.</summary>
    public const string WarningKind = "warning";

    /// <summary>Reads the form of <see cref="ToString"/>.</summary>
    /// <exception cref="JsonException">The text is no such payload.</exception>
    public static DayPayload Parse(string json) =>
        JsonSerializer.Deserialize(json, DayPayloadJson.Default.DayPayload) ?? throw new JsonException("an empty payload");

    /// <summary>The form of the outbox's rows.</summary>
    public override string ToString() => JsonSerializer.Serialize(this, DayPayloadJson.Default.DayPayload);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(DayPayload))]
internal sealed partial class DayPayloadJson : JsonSerializerContext;
