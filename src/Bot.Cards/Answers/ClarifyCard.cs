using Bot.Indicators.Readings;

namespace Bot.Cards.Answers;

/// <summary>The question has several readings, or lacks a part: one question back, with at most three answers to click.</summary>
internal static class ClarifyCard
{
    public static Draft Of(Reading.Ambiguous reading, Wording words, CardContext context)
    {
        List<CardElement> choices = [.. ChoiceRow.ForAll(reading.Choices, context)];
        var typed = Texts.Typed(reading.Words);
        return new()
        {
            Sentence =
                typed.Length == 0
                    ? words.Say("clarify." + reading.What + ".bare", words.Number(choices.Count))
                    : words.Say("clarify." + reading.What, words.Number(choices.Count), typed),
            Body = [.. choices, Lines.Small(words["clarify.again"]) with { Spacing = Spacing.Medium }],
        };
    }
}
