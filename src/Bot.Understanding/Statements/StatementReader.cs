using Bot.Indicators.Catalogues;
using Bot.Indicators.Proposals;
using Bot.Understanding.Lexicons;

namespace Bot.Understanding.Statements;

/// <summary>
/// Reads reports and articles in Vietnamese to proposed facts, by rules alone: the same text, catalogue and day give the same facts.
/// What is not certain in every part is left open with the reason. It keeps nothing between texts and may be shared by threads.
/// </summary>
public sealed class StatementReader(Catalogue catalogue)
{
    // Only tells years that are guessed from others; where nothing dates a text no guess is used.
    private static readonly DateOnly Undated = new(2000, 1, 1);

    private readonly Lexicon _lexicon = Lexicon.Of(catalogue);

    /// <summary>Reads a text whose day of publication is known, or stands in the text, or is not known.</summary>
    public Extraction Read(string text, DateOnly? publishedOn)
    {
        ArgumentNullException.ThrowIfNull(text);
        var dateline = Dateline.Of(text, publishedOn);
        var prose = new Prose(text);
        var scene = new Scene(prose, _lexicon, dateline);
        var marking = new Marking(prose, _lexicon, dateline.Latest ?? Undated);
        var subjects = new Subjects(scene);
        var inspections = new InspectionReading(scene);
        var projects = new ProjectReading(scene);
        var obligations = new ObligationReading(scene);
        var figures = new FigureReading(scene);
        var words = new WordsReading(scene);
        var findings = new FindingReading(scene);
        for (var i = 0; i < prose.Passages.Count; i++)
        {
            var passage = prose.Passages[i];
            if (prose.Tokens[passage.From].Start < dateline.BodyStart || Dateline.IsDay(prose.Slice(passage.From, passage.To)))
            {
                continue;
            }

            scene.Item =
                prose.IsItem(passage.From) ? i
                : i > 0 && prose.Passages[i - 1].Paragraph == passage.Paragraph ? scene.Item
                : -1;
            var clause = new Clause(prose, passage, marking.Of(passage));
            scene.TableHead = clause.IsRow ? scene.TableHead ?? clause : null;
            if (prose.IsTitle(i, dateline.BodyStart))
            {
                subjects.Title(clause);
                continue;
            }

            HashSet<Mark> taken = [];
            subjects.Lead(clause);
            if (!inspections.Read(clause))
            {
                projects.Read(clause, taken);
                obligations.Read(clause, taken);
                figures.Read(clause, taken);
                words.Read(clause);
                if (prose.IsHeading(i))
                {
                    findings.Section(clause);
                }
                else
                {
                    findings.Read(clause);
                }
            }

            subjects.Follow(clause);
        }

        Contradictions.Leave(scene);
        return new Extraction([.. scene.Facts.OrderBy(f => f.Quote.Start)], [.. scene.Open.OrderBy(o => o.Quote.Start)])
        {
            PublishedOn = dateline.PublishedOn,
            Title = dateline.Title,
        };
    }
}
