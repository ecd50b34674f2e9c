using System.Text.Json.Serialization;
using Bot.Indicators.Obligations;

namespace Bot.Reminders.Policies;

/// <summary>The policy file as it is written; <see cref="PolicyFile"/> says what is wrong with it.</summary>
internal sealed record PolicyJson
{
    public required TimeOnly SendFrom { get; init; }

    public required TimeOnly SendUntil { get; init; }

    public required int CardsPerDay { get; init; }

    public required DayOfWeek DigestOn { get; init; }

    public required LadderJson[] Ladders { get; init; }

    public ReportingJson[] Reporting { get; set; } = [];
}

/// <summary>A ladder as it is written, in the file and where an obligation keeps the one that it opened under.</summary>
internal sealed record LadderJson
{
    public required string Code { get; init; }

    public string[] Types { get; set; } = [];

    public DateOnly? ValidFrom { get; init; }

    public DateOnly? ValidTo { get; init; }

    public required StepJson[] Steps { get; init; }
}

internal sealed record StepJson
{
    public required string Code { get; init; }

    public required int Offset { get; init; }

    public int? RepeatEvery { get; init; }

    public required Audience[] Audiences { get; init; }

    public required string Wording { get; init; }
}

/// <summary>Days as month and day, <c>12-15</c>; the period as <c>year</c>, <c>S1</c>, <c>Q3</c> or <c>M07</c>.</summary>
internal sealed record ReportingJson(string[] Types, string Period, string From, string To);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    ReadCommentHandling = System.Text.Json.JsonCommentHandling.Skip,
    AllowTrailingCommas = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(PolicyJson))]
[JsonSerializable(typeof(LadderJson))]
internal sealed partial class PolicyJsonContext : JsonSerializerContext;
