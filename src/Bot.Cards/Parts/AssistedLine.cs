namespace Bot.Cards.Parts;

/// <summary>That a language model took part in the reading, and what was read.</summary>
internal static class AssistedLine
{
    /// <summary>The draft with the line above everything else below its sentence.</summary>
    public static Draft Above(Draft draft, StoreQuery query, Wording words) =>
        draft with
        {
            Body = [Lines.Small(words.Say("note.assisted", QueryTitles.Of(query, words))), .. draft.Body],
        };
}
