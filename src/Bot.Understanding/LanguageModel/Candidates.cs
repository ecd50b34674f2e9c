using System.Numerics;
using Bot.Indicators;
using Bot.Indicators.Obligations;
using Bot.Indicators.Queries;
using Bot.Understanding.Dialogues;
using Bot.Understanding.Lexicons;
using Bot.Understanding.Questions;

namespace Bot.Understanding.LanguageModel;

/// <summary>
/// The part of the catalogue that a question may be about, names and codes only: what its words touch in any view first, then what the
/// named units report, then what anybody reports, up to the bound. No figure, no source, no person.
/// </summary>
internal sealed record Candidates
{
    private const int MostUnits = 12;
    private const int MostIndicators = 36;
    private const int MostPlans = 8;
    private const int MostProjects = 6;
    private const int MostInspections = 6;

    /// <summary>The units that are named, or are spoken of.</summary>
    public required IReadOnlyList<OrgUnit> Units { get; init; }

    /// <summary>The indicators, the likeliest first.</summary>
    public required IReadOnlyList<Indicator> Indicators { get; init; }

    /// <summary>The plans and reports.</summary>
    public required IReadOnlyList<ObligationType> ObligationTypes { get; init; }

    /// <summary>The projects.</summary>
    public required IReadOnlyList<WorkProject> Projects { get; init; }

    /// <summary>The inspections, newest first.</summary>
    public required IReadOnlyList<Inspection> Inspections { get; init; }

    /// <summary>Whether any word of the question touches the catalogue; without, nothing of it is asked about.</summary>
    public required bool AreNamed { get; init; }

    /// <summary>The areas of reform of the indicators.</summary>
    public IEnumerable<string> Areas => Indicators.Select(i => i.Area).Where(a => a.Length > 0).Distinct(StringComparer.Ordinal);

    /// <summary>The codes that a slot of that sort may hold; empty for the sorts that hold no codes.</summary>
    public IEnumerable<string> Codes(SlotSort sort) =>
        sort switch
        {
            SlotSort.Unit or SlotSort.UnitSet => Units.Select(u => u.Code.Value),
            SlotSort.Indicator => Indicators.Select(i => i.Code.Value),
            SlotSort.Basis => Indicators.SelectMany(i => i.Bases).Select(b => b.Code.Value).Distinct(StringComparer.Ordinal),
            SlotSort.ObligationType => ObligationTypes.Select(t => t.Code.Value),
            SlotSort.Project => Projects.Select(p => p.Code.Value),
            SlotSort.Inspection => Inspections.Select(i => i.Code.Value),
            SlotSort.Area => Areas,
            _ => [],
        };

    /// <summary>What the words of a question, and the query before it, point to.</summary>
    public static Candidates Of(Sentence sentence, StoreQuery? last)
    {
        var catalogue = sentence.Catalogue;
        var spoken = last is null ? null : Subject.Of(last);
        var named = sentence.Units.Concat(sentence.Weak).SelectMany(span => span.Units).ToList();
        List<OrgUnit> units = [.. named, .. (spoken?.Units?.Units ?? []).Select(code => catalogue[code])];
        var touched = sentence.Covers.Where(c => c.All != 0).OrderByDescending(c => BitOperations.PopCount(c.All)).ToList();
        return new()
        {
            AreNamed = named.Count > 0 || touched.Count > 0,
            Units = [.. units.Distinct().Take(MostUnits)],
            Indicators =
            [
                .. Touched(TopicSort.Indicator, catalogue.Indicators)
                    .Concat((spoken?.Indicators ?? []).Select(code => catalogue[code]))
                    .Concat(catalogue.Indicators.Where(i => units.Exists(u => catalogue.HasFigures(u.Code, i.Code))))
                    .Concat(catalogue.Indicators.OrderByDescending(i => sentence.Lexicon.Reported.UnitsWith(i.Code).Length > 0))
                    .Distinct()
                    .Take(MostIndicators),
            ],
            ObligationTypes =
            [
                .. Touched(TopicSort.ObligationType, catalogue.ObligationTypes)
                    .Concat(catalogue.ObligationTypes)
                    .Distinct()
                    .Take(MostPlans),
            ],
            Projects = [.. Touched(TopicSort.Project, catalogue.Projects).Distinct().Take(MostProjects)],
            Inspections =
            [
                .. catalogue
                    .Inspections.OrderByDescending(i => i.Units.Any(code => units.Exists(u => u.Code == code)))
                    .Take(MostInspections),
            ],
        };

        IEnumerable<T> Touched<T>(TopicSort sort, IReadOnlyList<T> things) =>
            touched.Where(c => c.Topic.Sort == sort).Select(c => things[c.Topic.Index]);
    }
}
