using Bot.Understanding.Lexicons;

namespace Bot.Understanding.Questions;

/// <summary>"đơn vị tôi", "my department": the unit of who asks. Of a guest it is nobody's, and stays a word that nothing explains.</summary>
internal static class OwnUnits
{
    /// <summary>Puts the asker's unit in the place of the words, with all that bore its name: the period of the question chooses.</summary>
    public static void Resolve(Sentence sentence)
    {
        if (
            sentence.Cues.FirstOrDefault(c => c.Has(Cue.OwnUnit)) is not { } cue
            || sentence.Before.Own is not { } code
            || sentence.Catalogue.Units.FirstOrDefault(u => u.Code == code) is not { } own
        )
        {
            return;
        }

        var bearers = sentence.Catalogue.Units.Where(u => u.Names.Vietnamese == own.Names.Vietnamese);
        var span = new UnitSpan(cue.Start, cue.End, 1, [.. bearers], Weak: false);
        sentence.Spans[sentence.Spans.IndexOf(cue)] = span;
        sentence.Units.Insert(sentence.Units.FindAll(u => u.Start < cue.Start).Count, span);
    }
}
