using Bot.Indicators.Contacts;
using Bot.Indicators.Obligations;

namespace Bot.Cards.Welcome;

/// <summary>Questions out of the catalogue that have an answer behind them, those about the person's own unit first.</summary>
internal static class Examples
{
    public static IEnumerable<(string Title, Query Query)> For(Contact? person, Wording words)
    {
        var catalogue = words.Catalogue;
        var inspected = catalogue.Inspections.SelectMany(i => i.Units).Distinct().ToList();
        var figure = Figure(person?.Unit, inspected, words);
        if (figure is var (unit, indicator))
        {
            yield return (
                Texts.Capital(words.Say("ask.value", words.Lower(indicator), words.The(unit))),
                new ValueQuery { Indicators = [indicator], Units = UnitSet.Of(unit) }
            );
        }

        if (catalogue.ObligationTypes.Count > 0)
        {
            ObligationsQuery open = new() { States = [ObligationState.Missing, ObligationState.Overdue, ObligationState.Due] };
            yield return (words["ask.obligations"], open);
        }

        var remarked = person?.Unit is { } own && inspected.Contains(own) ? own : inspected.FirstOrDefault();
        if (remarked is not null)
        {
            yield return (
                words.Say("ask.limitations", words.The(remarked)),
                new FindingsQuery { Units = UnitSet.Of(remarked), Polarity = Polarity.Limitation }
            );
        }

        if (catalogue.Projects is [var project, ..])
        {
            yield return (words.Say("ask.projects", words.The(project.Unit)), new ProjectsQuery { Units = UnitSet.Of(project.Unit) });
        }

        if (figure is var (_, asked))
        {
            yield return (Texts.Capital(words.Say("ask.define", words.Lower(asked))), new DefineQuery { Indicator = asked });
        }
    }

    private static (OrgUnitCode Unit, IndicatorCode Indicator)? Figure(OrgUnitCode? own, List<OrgUnitCode> inspected, Wording words)
    {
        var catalogue = words.Catalogue;
        var units = (own is null ? [] : new[] { own }).Concat(inspected).Concat(catalogue.Units.Select(u => u.Code)).Distinct();
        foreach (var unit in units)
        {
            // An indicator with several bases shows best what the assistant is careful about.
            var indicator = catalogue
                .Indicators.Where(i => catalogue.HasFigures(unit, i.Code))
                .OrderByDescending(i => i.Bases.Count > 1)
                .FirstOrDefault();
            if (indicator is not null)
            {
                return (unit, indicator.Code);
            }
        }

        return null;
    }
}
