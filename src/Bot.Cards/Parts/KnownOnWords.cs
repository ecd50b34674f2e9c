namespace Bot.Cards.Parts;

/// <summary>An answer from what was known on a day says so before anything else: later corrections are not in it.</summary>
internal static class KnownOnWords
{
    /// <summary>The draft with the day in its sentence; as it is where all that is known was asked.</summary>
    public static Draft Of(Draft draft, Result result, Wording words) =>
        result.KnownOn is { } day
            ? draft with
            {
                Sentence = words.Say("known.sentence", words.Date(day), Texts.Lower(draft.Sentence)),
            }
            : draft;
}
