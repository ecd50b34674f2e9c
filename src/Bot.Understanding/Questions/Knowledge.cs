using Bot.Indicators;
using Bot.Indicators.Catalogues;
using Bot.Understanding.Lexicons;

namespace Bot.Understanding.Questions;

/// <summary>Whether the store holds anything of a unit: figures, inspections, projects.</summary>
internal static class Knowledge
{
    public static bool Of(Catalogue catalogue, OrgUnit unit) => Lexicon.Of(catalogue).Reported.Knows(unit.Code);
}
