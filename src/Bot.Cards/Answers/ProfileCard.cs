using Bot.Indicators.Readings;

namespace Bot.Cards.Answers;

/// <summary>Everything known of one unit at a glance, in the office's order; a section without content says so.</summary>
internal static class ProfileCard
{
    private const int MostFigures = 8;
    private const int Most = 5;

    public static Draft Of(ProfileResult result, ReadingNote note, Wording words, CardContext context)
    {
        var units = UnitSet.Of(result.Unit);
        List<Finding> limits = [.. result.Findings.Where(f => f.Polarity == Polarity.Limitation)];
        return new()
        {
            Title = words.Name(result.Unit),
            Sentence = Counts(result, limits.Count, words),
            Body =
            [
                EndedLine.Of(result, words),
                EndedLine.Before(result.Unit, words),
                ReadingLine.Of(note, words),
                Lines.Section(words["profile.figures"]),
                result.Figures.IsEmpty ? Lines.Small(words["profile.figures.none"]) : Figures(result.Figures, words),
                Rest(result.Figures.Count, MostFigures, words),
                Lines.Section(words["profile.plans"]),
                .. result.Obligations.IsEmpty
                    ? (IEnumerable<CardElement>)[Lines.Small(words["profile.plans.none"])]
                    : result.Obligations.Take(Most).Select(o => ObligationWords.Row(o, words, withUnit: false)),
                Rest(result.Obligations.Count, Most, words),
                Lines.Section(words["profile.limits"]),
                limits.Count == 0
                    ? Lines.Small(words["profile.limits.none"])
                    : Lines.Bullets(limits.Take(Most).Select(f => f.Text.In(words.Language))),
                Rest(limits.Count, Most, words),
                SourceLine.Of(Of(result), words, withQuotes: false),
            ],
            Buttons =
            [
                Finds(Polarity.Achievement) ? Buttons.Ask(words["button.achievements"], Ask(Polarity.Achievement), context) : null,
                Finds(Polarity.Recommendation) ? Buttons.Ask(words["button.recommendations"], Ask(Polarity.Recommendation), context) : null,
                result.Projects.IsEmpty ? null : Buttons.Ask(words["button.projects"], new ProjectsQuery { Units = units }, context),
            ],
        };

        bool Finds(Polarity polarity) => result.Findings.Any(f => f.Polarity == polarity);
        FindingsQuery Ask(Polarity polarity) => new() { Units = units, Polarity = polarity };
    }

    private static string Counts(ProfileResult result, int limits, Wording words)
    {
        var open = result.Obligations.Count(o => ObligationWords.IsOpen(o.State));
        string[] counts =
        [
            words.Count("profile.count.figures", result.Figures.Count(f => f.Figure.Amount is not null)),
            words.Count("profile.count.words", result.Figures.Count(f => f.Figure.Amount is null)),
            words.Count("profile.count.open", open),
            words.Count("profile.count.limits", limits),
        ];
        List<DateOnly> days = [.. Of(result).Select(p => p.AsOf).OfType<DateOnly>().Distinct().Order()];
        var said = string.Join(", ", counts);
        return Texts.Sentence(days.Count == 0 ? said : words.Say("profile.asOf", said, words.Date(days[^1])));
    }

    private static Table Figures(ValueList<JudgedFigure> figures, Wording words) =>
        Grid.Of(
            [new(words["column.indicator"], 6), new(words["column.value"], 4, IsNumber: true)],
            figures
                .Take(MostFigures)
                .Select(f =>
                    (IReadOnlyList<GridCell>)
                        [
                            new(
                                string.Join(
                                    ", ",
                                    new[]
                                    {
                                        words.Name(f.Figure.Indicator),
                                        words.Basis(f.Figure.Indicator, f.Figure.Basis),
                                    }.OfType<string>()
                                )
                            ),
                            new(FigureWords.Value(f.Figure, words), f.Figure.Amount is not null, f.Figure.Amount is null),
                        ]
                )
        );

    private static TextBlock? Rest(int count, int most, Wording words) =>
        count > most ? Lines.Small(words.Count("rest", count - most)) : null;

    private static IEnumerable<Provenance> Of(ProfileResult result) =>
        Origins
            .Of(result.Figures)
            .Concat(result.Obligations.Select(o => o.Provenance).Where(p => p.IsRecorded))
            .Concat(result.Findings.Select(f => f.Provenance))
            .Concat(result.Projects.Select(p => p.Provenance));
}
