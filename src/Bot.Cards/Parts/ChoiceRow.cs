namespace Bot.Cards.Parts;

/// <summary>A row that asks a query when it is clicked.</summary>
internal static class ChoiceRow
{
    /// <summary>The row: what would be asked, and a small line about it.</summary>
    public static Container Of(string title, string? line, Query query, CardContext context, bool isStrong = true) =>
        Of(title, line, Buttons.Ask(title, query, context), isStrong);

    /// <summary>A row that does something else than to ask.</summary>
    public static Container Of(string title, string? line, CardAction action, bool isStrong = true) =>
        new([
            new ColumnSet([
                new([
                    isStrong ? Lines.Strong(title) : Lines.Body(title),
                    .. line is null ? (IReadOnlyList<CardElement>)[] : [Lines.Small(line) with { Spacing = Spacing.None }],
                ])
                {
                    VerticalContentAlignment = VerticalAlignment.Center,
                },
                new([new TextBlock("›") { Size = TextSize.Large, Color = TextColor.Accent }])
                {
                    Width = "auto",
                    VerticalContentAlignment = VerticalAlignment.Center,
                },
            ]),
        ])
        {
            Style = ContainerStyle.Emphasis,
            RoundedCorners = true,
            MinHeight = "44px",
            Spacing = Spacing.Small,
            SelectAction = action,
        };

    /// <summary>Rows for queries, each titled by what it asks; a query that has no title is left out.</summary>
    public static IEnumerable<Container> ForAll(IEnumerable<Query> queries, CardContext context, int most = 3)
    {
        var words = new Wording(context);
        return queries
            .Select(query => (query, title: QueryTitles.Of(query, words)))
            .DistinctBy(row => row.title)
            .Take(most)
            .Select(row => Of(row.title, QueryTitles.About(row.query, words), row.query, context));
    }
}
