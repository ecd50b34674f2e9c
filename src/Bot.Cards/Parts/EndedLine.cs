namespace Bot.Cards.Parts;

/// <summary>Says of units that have ended which ones took over; their figures stay their own.</summary>
internal static class EndedLine
{
    /// <summary>One sentence for each ended unit; null where all still exist.</summary>
    public static TextBlock? Of(Result result, Wording words) =>
        Lines.SmallOrNone(string.Join(' ', result.Ended.Select(unit => Sentence(words.Catalogue[unit], words))));

    private static string Sentence(OrgUnit unit, Wording words)
    {
        var name = words.Name(unit.Code);
        List<string> successors = [.. unit.Successors.Select(code => words.Name(code))];
        return (unit.ValidTo, successors) switch
        {
            (null, _) => words.Say("ended.unknown", name),
            ({ } last, []) => words.Say("ended.alone", name, words.Date(last)),
            ({ } last, [var same]) when same == name => words.Say("ended.same", name, words.Date(last), words.Date(last.AddDays(1))),
            ({ } last, _) => words.Say("ended.successors", name, words.Date(last), words.Date(last.AddDays(1)), words.List(successors)),
        };
    }

    /// <summary>"Tiền thân: …": the ended units that this one took over from; null where there are none.</summary>
    public static TextBlock? Before(OrgUnitCode unit, Wording words)
    {
        List<string> before = [.. words.Catalogue.Units.Where(u => u.Successors.Contains(unit)).Select(u => Former(u, words))];
        return before.Count == 0 ? null : Lines.Small(words.Say("ended.before", words.List(before)));
    }

    private static string Former(OrgUnit unit, Wording words) =>
        unit.ValidTo is { } last ? words.Say("ended.former", words.Name(unit.Code), words.Date(last)) : words.Name(unit.Code);
}
