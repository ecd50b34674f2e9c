using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Reminders.Planning;

/// <summary>What a notice of kind <c>reminder</c> carries: all that one recipient is reminded of in one planning, merged into one card.</summary>
public sealed record ReminderPayload
{
    /// <summary>The kind of notices that carry it.</summary>
    public const string Kind = "reminder";

    /// <summary>The day for which it was planned.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>What it reminds of, the most urgent first; at least one.</summary>
    public required IReadOnlyList<ReminderItem> Items { get; init; }

    /// <summary>Reads the form of <see cref="ToString"/>.</summary>
    /// <exception cref="JsonException">The text is no such payload.</exception>
    public static ReminderPayload Parse(string json) =>
        JsonSerializer.Deserialize(json, ReminderPayloadJson.Default.ReminderPayload) ?? throw new JsonException("an empty payload");

    /// <summary>The form of the outbox's rows.</summary>
    public override string ToString() => JsonSerializer.Serialize(this, ReminderPayloadJson.Default.ReminderPayload);
}

/// <summary>One obligation on a reminder.</summary>
/// <param name="Obligation">The obligation's key, for instance <c>SYT|digital-transformation-plan|2023</c>.</param>
/// <param name="Step">The ladder's step that fired.</param>
/// <param name="Wording">Which wording: <c>upcoming</c>, <c>dueToday</c>, <c>overdue</c>, <c>escalated</c>, or <c>noContact</c> for the
/// inspection team where the unit has nobody to tell.</param>
/// <param name="Ladder">The ladder that runs.</param>
/// <param name="LateBy">Working days since the step's own day; 0 on time.</param>
public sealed record ReminderItem(string Obligation, string Step, string Wording, string Ladder, int LateBy);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(ReminderPayload))]
internal sealed partial class ReminderPayloadJson : JsonSerializerContext;
