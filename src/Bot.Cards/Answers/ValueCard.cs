using Bot.Indicators.Readings;

namespace Bot.Cards.Answers;

/// <summary>One or several figures: one alone, two bases as tiles, more as a table; the source's words where there is no number.</summary>
internal static class ValueCard
{
    private const int MostInSentence = 3;
    private const int MostRows = 15;

    public static Draft Of(ValueResult result, ReadingNote note, Wording words, CardContext context)
    {
        List<List<JudgedFigure>> groups = [.. result.Figures.GroupBy(f => (f.Figure.Indicator, f.Figure.Unit)).Select(g => g.ToList())];
        var onlyWords = result.Figures.All(f => f.Figure.Amount is null);
        var shape = groups switch
        {
            [[var one]] => Single(one, words),
            [[var left, var right]] => [Tiles(left, right, words)],
            _ => [Table(result.Figures, words)],
        };
        return new()
        {
            Sentence = Sentence(result, groups, words),
            Badge = onlyWords ? StateBadge.WordsOnly(words) : null,
            Body =
            [
                ReadingLine.Of(note, words, Newest(result, words)),
                .. shape,
                result.Figures.Count > MostRows && groups.Count > 1
                    ? Lines.Small(words.Count("rest", result.Figures.Count - MostRows))
                    : null,
                Judged(groups, onlyWords, words),
                AgeLine.Of(result, result.Figures, words),
                Absent(result, words),
                EndedLine.Of(result, words),
                SourceLine.Of(Origins.Of(result.Figures), words),
            ],
            Buttons = ButtonsFor(result, groups[0][0].Figure, onlyWords, words, context),
        };
    }

    private static string Sentence(ValueResult result, List<List<JudgedFigure>> groups, Wording words)
    {
        var said = string.Join("; ", groups.Take(MostInSentence).Select(g => FigureWords.Sentence([.. g.Select(f => f.Figure)], words)));
        var rest = groups.Count > MostInSentence ? words.Count("answer.more", groups.Count - MostInSentence, said) : said;
        var claim = Judgement.Claim([.. result.Figures], words);
        return Texts.Sentence(claim is null ? rest : words.Say("answer.claim", claim, Texts.Lower(rest)));
    }

    private static string? Newest(ValueResult result, Wording words) =>
        result is { Query: ValueQuery { Period: null }, KnownOn: null }
        && result.Figures.Select(f => f.Figure.Period).Distinct().ToList() is [var period]
            ? words.Say("answer.newest", words.When(period))
            : null;

    private static IReadOnlyList<CardElement> Single(JudgedFigure judged, Wording words)
    {
        var figure = judged.Figure;
        if (figure.Amount is null)
        {
            return
            [
                new Container([
                    Big($"“{figure.Words}”", figure.Words.Length),
                    Lines.Small(words["words.verbatim"]) with
                    {
                        Spacing = Spacing.None,
                    },
                ])
                {
                    Style = ContainerStyle.Emphasis,
                    RoundedCorners = true,
                    Spacing = Spacing.Medium,
                },
            ];
        }

        return [.. Tile(judged, words).Prepend(Big(FigureWords.Value(figure, words), 0) with { Spacing = Spacing.Medium })];
    }

    private static ColumnSet Tiles(JudgedFigure left, JudgedFigure right, Wording words) =>
        new([Column(left, words), Column(right, words)]) { Spacing = Spacing.Medium };

    private static Column Column(JudgedFigure judged, Wording words) =>
        new([Value(judged.Figure, words), .. Tile(judged, words)]) { Style = ContainerStyle.Emphasis, RoundedCorners = true };

    // What stands below a figure: its basis, its target, its state.
    private static IEnumerable<CardElement> Tile(JudgedFigure judged, Wording words)
    {
        var figure = judged.Figure;
        if (words.Basis(figure.Indicator, figure.Basis) is { } basis)
        {
            yield return Lines.Body(basis) with
            {
                Spacing = Spacing.None,
            };
        }

        if (figure.Amount is null)
        {
            yield return Lines.Small(words["words.verbatim"]);
            yield break;
        }

        yield return Lines.Small(Judgement.Target(judged.Target, figure.Indicator, words));
        if (Judgement.State(judged, words) is { } state)
        {
            yield return Lines.Strong(state) with
            {
                Size = TextSize.Small,
                Spacing = Spacing.Small,
            };
        }

        if (figure.Status != ObservationStatus.Approved)
        {
            yield return Lines.Strong("… " + words["status." + figure.Status]) with
            {
                Size = TextSize.Small,
                Spacing = Spacing.Small,
            };
        }
    }

    // Words are longer than numbers, and a tile is 105 px wide on a phone.
    private static TextBlock Value(Figure figure, Wording words) =>
        Big(FigureWords.Value(figure, words), 0) with
        {
            Size = figure.Amount is null || figure.Words.Length > 0 ? TextSize.Large : TextSize.ExtraLarge,
        };

    private static TextBlock Big(string text, int letters) =>
        new(text) { Size = letters > 40 ? TextSize.Large : TextSize.ExtraLarge, Weight = TextWeight.Bolder };

    private static Table Table(ValueList<JudgedFigure> figures, Wording words)
    {
        var units = figures.Select(f => f.Figure.Unit).Distinct().Count() > 1;
        var indicators = figures.Select(f => f.Figure.Indicator).Distinct().Count() > 1;
        return Grid.Of(
            [new(words[units ? "column.unit" : "column.indicator"], 6), new(words["column.value"], 4, IsNumber: true)],
            figures
                .Take(MostRows)
                .Select(f =>
                    (IReadOnlyList<GridCell>)
                        [
                            new(Row(f.Figure, units, indicators, words)),
                            new(
                                FigureWords.Value(f.Figure, words),
                                IsStrong: f.Figure.Amount is not null,
                                IsQuiet: f.Figure.Amount is null
                            ),
                        ]
                )
        );
    }

    private static string Row(Figure figure, bool units, bool indicators, Wording words) =>
        string.Join(
            ", ",
            new[]
            {
                units ? words.Name(figure.Unit) : null,
                indicators || !units ? (units ? words.Lower(figure.Indicator) : words.Name(figure.Indicator)) : null,
                words.Basis(figure.Indicator, figure.Basis),
                words.When(figure.Period),
            }.OfType<string>()
        );

    private static TextBlock? Judged(List<List<JudgedFigure>> groups, bool onlyWords, Wording words) =>
        onlyWords ? Lines.Body(words["words.noTarget"])
        : groups is [var only] && Judgement.Sentences(only, words) is { } text ? Lines.Body(text) with { Spacing = Spacing.Medium }
        : null;

    private static TextBlock? Absent(ValueResult result, Wording words) =>
        result.Absent.IsEmpty
            ? null
            : Lines.Body(words.Say("absent.also", words.ListUpTo([.. result.Absent.Select(a => AbsenceWords.Of(a, words)).Distinct()], 4)));

    private static IReadOnlyList<CardAction?> ButtonsFor(
        ValueResult result,
        Figure first,
        bool onlyWords,
        Wording words,
        CardContext context
    )
    {
        var kind = words.Catalogue[first.Unit].Kind;
        var several = result.Figures.Select(f => f.Figure.Provenance).Distinct().Count() > 2;
        return
        [
            onlyWords
                ? null
                : Buttons.Ask(
                    words["button.compare." + OrgUnitKinds.Text(kind)],
                    new RankQuery
                    {
                        Indicator = first.Indicator,
                        Units = UnitSet.OfKind(kind),
                        Basis = result.Figures.Count == 1 && first.Basis != BasisCode.None ? first.Basis : null,
                        Period = first.Period,
                        KnownOn = result.KnownOn,
                    },
                    context
                ),
            several
                ? Buttons.Ask(words["button.sources"], new ProvenanceQuery { Of = result.Query }, context)
                : Buttons.Ask(words["button.others"], new ProfileQuery { Unit = first.Unit }, context),
            Buttons.Report(result.Query, context, onlyWords ? "button.supply" : "button.report"),
        ];
    }
}
