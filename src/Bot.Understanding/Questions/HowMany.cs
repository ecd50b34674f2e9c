using Bot.Indicators.Queries;

namespace Bot.Understanding.Questions;

/// <summary>"các 47 sở": a number before a kind of units holds where so many are named, exist, or are in the reports, and may not be dropped elsewhere.</summary>
internal static class HowMany
{
    /// <summary>Whether the set has so many units.</summary>
    public static bool Is(Sentence sentence, UnitSet set, decimal count)
    {
        if (set.IsNamed)
        {
            return set.Units.Count == count;
        }

        var units = sentence.Catalogue.Units.Where(u => set.Kind is null || u.Kind == set.Kind).ToList();
        return units.Count(u => u.ExistsOn(sentence.Question.Today)) == count
            || units.Count(u => Knowledge.Of(sentence.Catalogue, u)) == count;
    }
}
