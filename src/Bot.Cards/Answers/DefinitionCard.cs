using Bot.Indicators.Readings;

namespace Bot.Cards.Answers;

/// <summary>What an indicator, plan or report is, as the catalogue defines it and never in words of our own.</summary>
internal static class DefinitionCard
{
    public static Draft Of(DefinitionResult result, ReadingNote note, Wording words, CardContext context) =>
        result switch
        {
            { Indicator: { } indicator } => Indicator(indicator, result, note, words, context),
            { ObligationType: { } type } => Plan(type, result, note, words, context),
            _ => new() { Sentence = words["define.nothing"], Body = [ReadingLine.Of(note, words)] },
        };

    private static Draft Indicator(Indicator indicator, DefinitionResult result, ReadingNote note, Wording words, CardContext context)
    {
        var definition = words.Language == Language.English ? indicator.DefinitionEnglish : indicator.DefinitionVietnamese;
        List<string> bases = [.. indicator.Bases.Select(b => words.BasisTitle(indicator.Code, b.Code)).OfType<string>()];
        List<Fact> facts = [];
        if (indicator.Direction != Direction.Neither)
        {
            facts.Add(new(words["define.fact.direction"], words["direction." + indicator.Direction]));
        }

        if (indicator.Frequency.Length > 0 && words.Has("frequency." + indicator.Frequency))
        {
            facts.Add(new(words["define.fact.frequency"], words["frequency." + indicator.Frequency]));
        }

        return new()
        {
            Sentence = Texts.Sentence(
                definition.Length > 0
                    ? words.Say("define.is", words.Name(indicator.Code), Texts.Lower(definition))
                    : words.Say("define.none", words.Lower(indicator.Code))
            ),
            Body =
            [
                ReadingLine.Of(note, words),
                .. bases.Count > 0 ? (IEnumerable<CardElement>)[Lines.Section(words["define.bases"]), Lines.Bullets(bases)] : [],
                facts.Count > 0 ? new FactSet(facts) { Spacing = Spacing.Medium } : null,
                Legal(indicator.LegalBasis, words),
            ],
            Buttons =
            [
                Buttons.Ask(words["button.whoReported"], new CoverageQuery { Indicator = indicator.Code }, context),
                Buttons.Ask(words["button.targets"], new TargetQuery { Indicators = [indicator.Code] }, context),
                Buttons.Report(result.Query, context),
            ],
        };
    }

    private static Draft Plan(
        Bot.Indicators.Obligations.ObligationType type,
        DefinitionResult result,
        ReadingNote note,
        Wording words,
        CardContext context
    )
    {
        List<string> owners = [.. type.OwedByUnits.Select(words.The), .. type.OwedByKinds.Select(words.Name)];
        var frequency = words.Has("frequency." + type.Frequency) ? words["frequency." + type.Frequency] : "";
        var said = (owners.Count, frequency) switch
        {
            (0, "") => words.Say("define.plan.bare", words.Name(type.Code)),
            (0, _) => words.Say("define.plan.frequency", words.Name(type.Code), Texts.Lower(frequency)),
            (_, "") => words.Say("define.plan.owners", words.Name(type.Code), words.ListUpTo(owners, 4)),
            _ => words.Say("define.plan", words.Name(type.Code), words.ListUpTo(owners, 4), Texts.Lower(frequency)),
        };
        return new()
        {
            Sentence = Texts.Sentence(said),
            Body = [ReadingLine.Of(note, words), Legal(type.LegalBasis, words)],
            Buttons =
            [
                Buttons.Ask(words["button.whoOwes"], new ObligationsQuery { Types = [type.Code] }, context),
                Buttons.Report(result.Query, context),
            ],
        };
    }

    private static TextBlock Legal(string basis, Wording words) =>
        Lines.Small(basis.Length > 0 ? words.Say("define.legal", basis) : words["define.catalogue"]) with
        {
            Separator = true,
            Spacing = Spacing.Medium,
        };
}
