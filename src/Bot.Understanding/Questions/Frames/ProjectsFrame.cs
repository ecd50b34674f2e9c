using Bot.Indicators.Queries;
using Bot.Indicators.Readings;
using Bot.Understanding.Lexicons;

namespace Bot.Understanding.Questions.Frames;

/// <summary>Projects, by parts of their names or by unit, and how far they are.</summary>
internal static class ProjectsFrame
{
    private static readonly CueSet Used = Draft.Cues(
        Cue.ProjectHead,
        Cue.Progress,
        Cue.State,
        Cue.When,
        Cue.Which,
        Cue.Who,
        Cue.Not,
        Cue.Done,
        Cue.Issue,
        Cue.Gap,
        Cue.Reach,
        Cue.Newest,
        Cue.OwnCity,
        Cue.Work,
        Cue.Must,
        Cue.Departments,
        Cue.AnyUnits,
        Cue.Truth,
        Cue.Deadline
    );

    public static Draft? Read(QuestionParts parts)
    {
        var sentence = parts.Sentence;
        var headed = sentence.Has(Cue.ProjectHead);
        var topic = parts.Project is { } project && IsNamed(parts, project, headed) ? project : null;
        if (
            topic is null && !headed
            || topic is null && parts.Leading() is { } leading && leading != parts.Project && leading.Best[0].Full != 0
        )
        {
            return null;
        }

        var aspect = AspectOf(sentence);
        // "đang triển khai dự án nào?" asks which, and not how far.
        aspect =
            topic is null && aspect == ProjectAspect.Progress && sentence.Cues.Any(c => IsWhichProject(sentence, c))
                ? ProjectAspect.All
                : aspect;
        if (topic is not null)
        {
            return new Draft
            {
                Queries =
                [
                    .. topic
                        .Best.Take(3)
                        .Select(c =>
                            (Query)new ProjectsQuery { Project = sentence.Catalogue.Projects[c.Topic.Index].Code, Aspect = aspect }
                        ),
                ],
                Asks = topic.Best.Count > 1,
                What = ClarifyWhat.Question,
                Explained = topic.Explained,
                Used = Used,
                // "đã hoàn thành 80% chưa?": the answer says how far it is.
                UsesNumbers = aspect == ProjectAspect.Progress && Claims.IsYesNo(sentence),
                // "có xong trong năm 2025 không?": the day that is expected says it. How far it was at another time, nothing does.
                UsesPeriods = Claims.IsYesNo(sentence),
            };
        }

        if (parts.Units(parts.Period, u => Knowledge.Of(sentence.Catalogue, u)) is not { } units)
        {
            return null;
        }

        return new Draft
        {
            Queries =
            [
                new ProjectsQuery
                {
                    Units = units.Count > 0 ? UnitSet.Of([.. units.Select(u => u.Code)]) : parts.Kind ?? UnitSet.All,
                    Aspect = aspect,
                },
            ],
            Used = Used,
            UsesPeriods = false,
        };
    }

    private static bool IsNamed(QuestionParts parts, Topic project, bool headed)
    {
        var words = Sentence.Count(project.Explained & ~parts.Sentence.GrammarTerms);
        return headed && words >= 2 || words >= 4 && parts.Leading() == project || project.Best[0].Full != 0 && parts.Leading() == project;
    }

    private static bool IsWhichProject(Sentence sentence, CueSpan cue) =>
        cue.Has(Cue.ProjectHead) && (cue.Has(Cue.Which) || sentence.CueAt(cue.End)?.Has(Cue.Ask) == true && !cue.Has(Cue.Progress));

    private static ProjectAspect AspectOf(Sentence sentence) =>
        sentence.Has(Cue.When) ? ProjectAspect.Expected
        : sentence.Has(Cue.Progress)
        || sentence.Has(Cue.Gap)
        || sentence.Has(Cue.State)
        || sentence.Has(Cue.Done)
        || sentence.Has(Cue.Reach)
        || sentence.Cues.Any(c => c.Has(Cue.Ask) && sentence.Tokens[c.Start..c.End].Any(t => t.Plain is "tram" or "%" or "percent"))
            ? ProjectAspect.Progress
        : ProjectAspect.All;
}
