using Bot.Indicators.Proposals;

namespace Bot.Understanding.Statements;

/// <summary>Two values of one thing at one time: the text contradicts itself or was misread, and neither is filed.</summary>
internal static class Contradictions
{
    public static void Leave(Scene scene)
    {
        foreach (
            var group in scene
                .Facts.OfType<ProposedObservation>()
                .Where(o => o.Value is not null)
                .GroupBy(o => (o.Unit, o.Indicator, o.Basis, o.Period, Project(o)))
                .ToList()
        )
        {
            foreach (var repeated in group.Skip(1).Where(o => o.Value == group.First().Value))
            {
                scene.Facts.Remove(repeated);
            }

            if (group.Select(o => o.Value).Distinct().Count() < 2)
            {
                continue;
            }

            foreach (var fact in group)
            {
                scene.Facts.Remove(fact);
                scene.Open.Add(new(fact.Quote, OpenReason.Contradiction, scene.Lexicon.Catalogue[fact.Indicator].Names.Vietnamese, []));
            }
        }
    }

    // The progress of each project is a thing of its own.
    private static string Project(ProposedObservation fact) => StatementWords.Has(fact.Text, StatementCue.ProjectHead) ? fact.Text : "";
}
