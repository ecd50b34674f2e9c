using Bot.Indicators;
using Bot.Indicators.Catalogues;

namespace Bot.Understanding.Questions;

/// <summary>Whether the store holds anything of a unit: figures, inspections, projects.</summary>
internal static class Knowledge
{
    public static bool Of(Catalogue catalogue, OrgUnit unit)
    {
        foreach (var indicator in catalogue.Indicators)
        {
            if (catalogue.HasFigures(unit.Code, indicator.Code))
            {
                return true;
            }
        }

        return catalogue.Inspections.Any(i => i.Units.Any(u => u == unit.Code)) || catalogue.Projects.Any(p => p.Unit == unit.Code);
    }
}
