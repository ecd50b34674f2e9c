using Bot.AdaptiveCards.Actions;
using Bot.AdaptiveCards.Charts;
using Bot.Indicators.Obligations;

namespace Bot.Cards.Notices;

/// <summary>Where the plans and reports of all units stand, for the inspection team.</summary>
internal static class DigestCard
{
    private const int MostFirst = 3;
    private const int MostUnits = 12;

    public static Draft Of(DigestSummary digest, Wording words, CardContext context)
    {
        var late = digest.Missing.Count + digest.Overdue.Count;
        List<UnitSummary> units = [.. digest.Units.Take(MostUnits)];
        List<ObligationCase> first = [.. digest.Overdue.Concat(digest.Missing).Concat(digest.DueSoon).Take(MostFirst)];
        return new()
        {
            Badge = Lines.Small(words["digest.title"]),
            Sentence = words.Say(
                "digest.sentence",
                words.Date(digest.Day),
                words.Number(late),
                words.Number(digest.DueSoon.Count),
                words.Number(digest.Waiting.Count)
            ),
            Body =
            [
                new ColumnSet([
                    Tile(late, words["digest.late"], late > 0 ? ContainerStyle.Attention : ContainerStyle.Emphasis, words),
                    Tile(digest.DueSoon.Count, words["digest.due"], ContainerStyle.Emphasis, words),
                    Tile(digest.Waiting.Count, words["digest.waiting"], ContainerStyle.Emphasis, words),
                ]),
                first.Count == 0 ? Lines.Body(words["digest.nothing"]) : Lines.Section(words["digest.first"]),
                .. first.Select(c => ObligationWords.Row(c.Obligation, words, withUnit: true)),
                units.Count == 0 ? null : Lines.Section(words["digest.units"]),
                units.Count == 0 ? null : Chart(units, words, context),
                units.Count == 0 ? null : Units(units, words, context),
                digest.Units.Count > MostUnits ? Lines.Small(words.Count("rest", digest.Units.Count - MostUnits)) : null,
                Lines.Small(words["digest.days"]),
                context.ListAddress is null ? Lines.Small(words["digest.csv"]) : null,
            ],
            More = context.ListAddress is { } address ? [new OpenUrlAction(words["digest.list"], address())] : [],
            Buttons =
            [
                late == 0 ? null : Buttons.Ask(words["digest.show.late"], Open(ObligationState.Missing, ObligationState.Overdue), context),
                digest.DueSoon.IsEmpty ? null : Buttons.Ask(words["digest.show.due"], Open(ObligationState.Due), context),
                Buttons.Ask(words["digest.show.preview"], new PreviewQuery(), context),
            ],
        };
    }

    private static Column Tile(int count, string word, ContainerStyle style, Wording words) =>
        new([
            new TextBlock(words.Number(count)) { Size = TextSize.ExtraLarge, Weight = TextWeight.Bolder },
            new TextBlock(word)
            {
                Size = TextSize.Small,
                Weight = TextWeight.Bolder,
                Spacing = Spacing.None,
            },
        ])
        {
            Style = style,
            RoundedCorners = true,
        };

    // A unit's name opens its list.
    private static Table Units(List<UnitSummary> units, Wording words, CardContext context) =>
        Grid.Of(
            [
                new(words["column.unit"], 3),
                new(words["digest.column.missing"], 2, IsNumber: true),
                new(words["digest.column.late"], 2, IsNumber: true),
                new(words["digest.column.due"], 2, IsNumber: true),
                new(words["digest.column.issued"], 2, IsNumber: true),
            ],
            units.Select(
                (u, i) =>
                    (IReadOnlyList<GridCell>)
                        [
                            new(words.Say("digest.place", words.Number(i + 1), words.Name(u.Unit)))
                            {
                                Opens = Buttons.Ask(words.Say("digest.unit", words.The(u.Unit)), List(u.Unit), context),
                            },
                            new(words.Number(u.Missing), IsStrong: u.Missing > 0),
                            new(words.Number(u.Overdue), IsStrong: u.Overdue > 0),
                            new(words.Number(u.DueSoon)),
                            new(words.Number(u.Issued)),
                        ]
            )
        );

    private static StackedBarChart Chart(List<UnitSummary> units, Wording words, CardContext context) =>
        new(
            words["digest.chart.states"],
            [
                .. units.Select(u => new StackedBar(
                    words.Short(u.Unit),
                    [
                        new(words["digest.column.missing"], u.Missing, ChartColor.CategoricalPurple),
                        new(words["digest.column.late"], u.Overdue, ChartColor.Attention),
                        new(words["digest.column.due"], u.DueSoon, ChartColor.CategoricalBlue),
                        new(words["digest.column.issued"], u.Issued, ChartColor.Good),
                    ]
                )),
            ],
            Picture(units, words["digest.chart"], words, context)
        )
        {
            MaxWidth = "520px",
        };

    // The picture has one colour and no room for names: what is late alone, by the places of the table below.
    private static CardElement Picture(List<UnitSummary> units, string title, Wording words, CardContext context)
    {
        List<ChartPoint> bars =
        [
            .. units.Select(
                (u, i) =>
                    new ChartPoint(
                        words.Number(i + 1),
                        u.Missing + u.Overdue,
                        words.Number(u.Missing + u.Overdue),
                        u.Missing + u.Overdue > 0
                    )
            ),
        ];
        string Said(UnitSummary u) => words.Say("rank.unit", words.The(u.Unit), words.Number(u.Missing + u.Overdue));
        return ChartFallback.Of(
            new(ChartForm.Bars, [.. bars], null, IsRate: false),
            title,
            Said(units[0]),
            Said(units[^1]),
            words,
            context
        );
    }

    private static ObligationsQuery List(OrgUnitCode unit) => new() { Units = UnitSet.Of(unit) };

    private static ObligationsQuery Open(params ReadOnlySpan<ObligationState> states) => new() { States = [.. states] };
}
