using Bot.Indicators.Readings;

namespace Bot.Cards.Parts;

/// <summary>How the question was read, where the answer must say so: one short line.</summary>
internal static class ReadingLine
{
    /// <summary>That the newest figures were taken, and of which period; null where a period or a day was asked for.</summary>
    public static string? Newest(Period? asked, Result result, Period shown, Wording words) =>
        asked is null && result.KnownOn is null ? words.Say("answer.newest", words.When(shown)) : null;

    /// <summary>The line; null where there is nothing to say.</summary>
    public static TextBlock? Of(ReadingNote note, Wording words, string? more = null)
    {
        List<string> parts = [];
        if (!note.LeftOut.IsEmpty)
        {
            parts.Add(words.Say("note.leftOut", words.List([.. note.LeftOut.Select(w => $"“{Texts.Typed(w)}”")])));
        }

        if (!note.Corrected.IsEmpty)
        {
            parts.AddRange(note.Corrected.Select(c => words.Say("note.corrected", Texts.Typed(c.Typed), Texts.Typed(c.Read))));
        }

        if (!note.Inherited.IsEmpty)
        {
            parts.Add(words.Say("note.inherited", words.List([.. note.Inherited.Distinct().Select(s => words["slot." + s])])));
        }

        if (!note.Dropped.IsEmpty)
        {
            parts.Add(words.Say("note.dropped", words.List([.. note.Dropped.Distinct().Select(s => words["slot." + s])])));
        }

        if (more is not null)
        {
            parts.Add(more);
        }

        return Lines.SmallOrNone(string.Join(' ', parts));
    }
}
