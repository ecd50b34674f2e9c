namespace Bot.Cards.Parts;

/// <summary>A column of a table of figures.</summary>
/// <param name="Title">Its head.</param>
/// <param name="Width">Its share of the width.</param>
/// <param name="IsNumber">Whether it stands right.</param>
internal sealed record GridColumn(string Title, int Width, bool IsNumber = false);

/// <summary>A cell of a table of figures.</summary>
/// <param name="Text">What it says.</param>
/// <param name="IsStrong">The figure itself.</param>
/// <param name="IsQuiet">Missing, or words only.</param>
internal sealed record GridCell(string Text, bool IsStrong = false, bool IsQuiet = false)
{
    /// <summary>What a click on it does; null: nothing.</summary>
    public CardAction? Opens { get; init; }

    /// <summary>Nothing there: a dash and never a zero.</summary>
    public static GridCell None { get; } = new("–", IsQuiet: true);
}

/// <summary>A table of figures: the accessible version of every chart.</summary>
internal static class Grid
{
    /// <summary>The table.</summary>
    public static Table Of(IReadOnlyList<GridColumn> columns, IEnumerable<IReadOnlyList<GridCell>> rows)
    {
        List<IReadOnlyList<GridCell>> cells = [.. rows];
        // What can be pressed is as high as a finger; the figures beside it stand on its middle.
        VerticalAlignment? middle = cells.Exists(row => row.Any(cell => cell.Opens is not null)) ? VerticalAlignment.Center : null;
        return new(
            [
                .. columns.Select(c => new TableColumn(c.Width)
                {
                    HorizontalCellContentAlignment = c.IsNumber ? HorizontalAlignment.Right : HorizontalAlignment.Left,
                    VerticalCellContentAlignment = middle,
                }),
            ],
            [
                new TableRow([.. columns.Select(c => Head(c))]) { Style = ContainerStyle.Emphasis },
                .. cells.Select(row => new TableRow([.. row.Select((cell, i) => Cell(cell, columns[i]))])),
            ]
        );
    }

    private static TableCell Head(GridColumn column) =>
        new([
            new TextBlock(column.Title)
            {
                Size = TextSize.Small,
                Weight = TextWeight.Bolder,
                HorizontalAlignment = Side(column),
            },
        ]);

    private static TableCell Cell(GridCell cell, GridColumn column) =>
        new([
            new TextBlock(cell.Text)
            {
                Weight = cell.IsStrong ? TextWeight.Bolder : null,
                IsSubtle = cell.IsQuiet ? true : null,
                Color = cell.Opens is null ? null : TextColor.Accent,
                HorizontalAlignment = Side(column),
            },
        ])
        {
            SelectAction = cell.Opens,
        };

    private static HorizontalAlignment? Side(GridColumn column) => column.IsNumber ? HorizontalAlignment.Right : null;
}
