namespace Bot.Cards.Welcome;

/// <summary>The catalogue as lists: indicators, units, plans and reports.</summary>
internal static class HelpCard
{
    private const int Most = 20;

    public static Draft Of(HelpQuery query, Wording words, CardContext context)
    {
        var (key, names) = query.Topic switch
        {
            HelpTopic.Units => ("help.units", Units(query.UnitKind, words)),
            HelpTopic.Obligations => ("help.obligations", words.Catalogue.ObligationTypes.Select(t => words.Name(t.Code)).ToList()),
            _ => ("help.indicators", Indicators(words)),
        };
        return new()
        {
            Sentence = words.Count(key, names.Count),
            Body =
            [
                names.Count == 0 ? null : Lines.Bullets(names.Take(Most)),
                names.Count > Most ? Lines.Small(words.Count("rest", names.Count - Most)) : null,
                Lines.Small(words["help.again"]) with
                {
                    Spacing = Spacing.Medium,
                },
            ],
            Buttons =
            [
                .. new[] { HelpTopic.Indicators, HelpTopic.Units, HelpTopic.Obligations }
                    .Where(t => t != query.Topic)
                    .Select(t => Buttons.Ask(words["button.help." + t], new HelpQuery { Topic = t }, context)),
            ],
        };
    }

    // Indicators that somebody has reported come first: a name without figures behind it disappoints.
    private static List<string> Indicators(Wording words)
    {
        var catalogue = words.Catalogue;
        return
        [
            .. catalogue
                .Indicators.OrderByDescending(i => catalogue.Units.Any(u => catalogue.HasFigures(u.Code, i.Code)))
                .Select(i => words.Name(i.Code)),
        ];
    }

    // Ended units can be asked about, too, but the list is of those that exist; where none does, of all.
    private static List<string> Units(OrgUnitKind? kind, Wording words)
    {
        var all = words.Catalogue.Units.Where(u => kind is null || u.Kind == kind).ToList();
        var today = all.FindAll(u => u.ExistsOn(words.Today));
        return [.. (today.Count > 0 ? today : all).OrderBy(u => u.Kind).Select(u => words.Name(u.Code)).Distinct()];
    }
}
