using System.Text.Json;
using Bot.Indicators.Obligations;

namespace Bot.Reminders.Policies;

/// <summary>A ladder as the text that an obligation keeps when it opens.</summary>
internal static class LadderText
{
    public static string Write(Ladder ladder) =>
        JsonSerializer.Serialize(
            new LadderJson
            {
                Code = ladder.Code,
                Types = [.. ladder.Types],
                ValidFrom = ladder.ValidFrom,
                ValidTo = ladder.ValidTo,
                Steps = [.. ladder.Steps.Select(Json)],
            },
            PolicyJsonContext.Default.LadderJson
        );

    public static Ladder Read(string text) => Of(JsonSerializer.Deserialize(text, PolicyJsonContext.Default.LadderJson)!);

    public static Ladder Of(LadderJson ladder) =>
        new()
        {
            Code = ladder.Code,
            Types = [.. ladder.Types],
            ValidFrom = ladder.ValidFrom,
            ValidTo = ladder.ValidTo,
            Steps = [.. ladder.Steps.Select(Of)],
        };

    private static StepJson Json(LadderStep step) =>
        new()
        {
            Code = step.Code,
            Offset = step.Offset,
            RepeatEvery = step.RepeatEvery,
            Audiences = [.. step.Audiences],
            Wording = step.Wording,
        };

    private static LadderStep Of(StepJson step) =>
        new()
        {
            Code = step.Code,
            Offset = step.Offset,
            RepeatEvery = step.RepeatEvery,
            Audiences = [.. step.Audiences],
            Wording = step.Wording,
        };
}
