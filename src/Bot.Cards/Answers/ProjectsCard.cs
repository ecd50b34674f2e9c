using Bot.Indicators.Readings;

namespace Bot.Cards.Answers;

/// <summary>Projects and how far they are; what the source does not say is said to be missing.</summary>
internal static class ProjectsCard
{
    private const int Most = 6;

    public static Draft Of(ProjectsResult result, ReadingNote note, Wording words, CardContext context)
    {
        List<OrgUnitCode> units = [.. result.Projects.Select(p => p.Unit).Distinct()];
        return new()
        {
            Sentence = Texts.Sentence(Sentence(result, units, words)),
            Body =
            [
                ReadingLine.Of(note, words),
                .. result.Projects.Take(Most).SelectMany(p => Section(p, result.Projects.Count > 1, words)),
                result.Projects.Count > Most ? Lines.Small(words.Count("rest", result.Projects.Count - Most)) : null,
                EndedLine.Of(result, words),
                SourceLine.Of(result.Projects.Select(p => p.Provenance), words),
            ],
            Buttons =
            [
                units is [var only] ? Buttons.Ask(words["button.unit"], new ProfileQuery { Unit = only }, context) : null,
                Buttons.Report(result.Query, context),
            ],
        };
    }

    private static string Sentence(ProjectsResult result, List<OrgUnitCode> units, Wording words)
    {
        if (result.Projects is not [var project])
        {
            var names = result.Projects.Select(p => p.Names.In(words.Language)).ToList();
            return words.Count(
                "projects.several",
                result.Projects.Count,
                words.ListUpTo([.. units.Select(words.The)], 3),
                words.ListUpTo(names, 2)
            );
        }

        var name = project.Names.In(words.Language);
        var asOf = project.AsOf is { } day ? words.Say("project.asOf", words.Date(day)) : "";
        var aspect = result.Query is ProjectsQuery query ? query.Aspect : ProjectAspect.All;
        var progress = project.Progress is { } amount
            ? words.Say("project.progress", Progress(amount, project, words))
            : words["project.noProgress"];
        var expected = project.Expected is { } period ? words.Say("project.expected", words.Period(period)) : words["project.noExpected"];
        var (first, second) = aspect == ProjectAspect.Expected ? (expected, progress) : (progress, expected);
        return words.Say("project.sentence", name, words.The(project.Unit), asOf, first, second);
    }

    private static IEnumerable<CardElement> Section(WorkProject project, bool titled, Wording words)
    {
        if (titled)
        {
            yield return Lines.Section(project.Names.In(words.Language));
        }

        yield return new FactSet([
            new(words["project.fact.unit"], words.Name(project.Unit)),
            new(
                words["project.fact.progress"],
                project.Progress is { } amount ? Progress(amount, project, words) : words["project.fact.unknown"]
            ),
            new(
                words["project.fact.expected"],
                project.Expected is { } period ? Texts.Capital(words.Period(period)) : words["project.fact.unknown"]
            ),
            .. project.AsOf is { } day ? (IReadOnlyList<Fact>)[new(words["project.fact.asOf"], words.Date(day))] : [],
        ]);
    }

    private static string Progress(Amount amount, WorkProject project, Wording words) => words.Number(amount, project.Measure);
}
