using Bot.Indicators.Readings;

namespace Bot.Cards.Answers;

/// <summary>Inspections: when, where, by whom; the answer begins with what was asked.</summary>
internal static class InspectionsCard
{
    private const int Most = 5;

    public static Draft Of(InspectionsResult result, ReadingNote note, Wording words, CardContext context)
    {
        var newest = result.Inspections[0];
        var aspect = result.Query is InspectionQuery query ? query.Aspect : InspectionAspect.All;
        return new()
        {
            Sentence = Sentence(newest, aspect, words),
            Body =
            [
                ReadingLine.Of(
                    note,
                    words,
                    result.Inspections.Count > 1 ? words.Count("inspection.several", result.Inspections.Count) : null
                ),
                .. result.Inspections.Take(Most).Select((inspection, i) => Facts(inspection, i > 0, words)),
                result.Inspections.Count > Most ? Lines.Small(words.Count("rest", result.Inspections.Count - Most)) : null,
                EndedLine.Of(result, words),
                Source(result, words),
            ],
            Buttons =
            [
                Buttons.Ask(words["button.achievements"], Findings(newest, Polarity.Achievement), context),
                Buttons.Ask(words["button.limitations"], Findings(newest, Polarity.Limitation), context),
                Buttons.Ask(words["button.recommendations"], Findings(newest, Polarity.Recommendation), context),
            ],
        };
    }

    private static string Sentence(Inspection inspection, InspectionAspect aspect, Wording words)
    {
        var day = words.Date(inspection.Date);
        var units = words.ListUpTo([.. inspection.Units.Select(words.The)], 4);
        var team = inspection.Team.Length > 0 ? inspection.Team : words["inspection.team"];
        return (aspect, inspection.Lead, units) switch
        {
            (InspectionAspect.Lead, "", _) => words.Say("inspection.noLead", day),
            (InspectionAspect.Lead, var lead, _) => words.Say("inspection.lead", day, lead),
            (_, _, "") => words.Say("inspection.noUnits", day, team),
            (InspectionAspect.Units, _, _) => words.Say("inspection.units", day, units),
            _ => words.Say("inspection.date", units, day, team),
        };
    }

    private static FactSet Facts(Inspection inspection, bool separated, Wording words) =>
        new([
            new(words["inspection.fact.date"], words.Date(inspection.Date)),
            .. inspection.Team.Length > 0 ? (IReadOnlyList<Fact>)[new(words["inspection.fact.team"], inspection.Team)] : [],
            new(words["inspection.fact.lead"], inspection.Lead.Length > 0 ? inspection.Lead : words["inspection.fact.lead.none"]),
            new(words["inspection.fact.units"], words.ListUpTo([.. inspection.Units.Select(words.Name)], 8)),
        ])
        {
            Separator = separated ? true : null,
        };

    private static TextBlock? Source(InspectionsResult result, Wording words)
    {
        List<string> names =
        [
            .. result.Inspections.Select(i => i.Source).OfType<Source>().Select(s => SourceLine.Name(s, words)).Distinct(),
        ];
        return names.Count == 0
            ? null
            : Lines.Small(words.Say("source.line", words.ListUpTo(names, 2))) with
            {
                Separator = true,
                Spacing = Spacing.Medium,
            };
    }

    private static FindingsQuery Findings(Inspection inspection, Polarity polarity) =>
        new() { Inspection = inspection.Code, Polarity = polarity };
}
