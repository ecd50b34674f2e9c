namespace Bot.AdaptiveCards.Containers;

/// <summary>A column of a <see cref="Table"/>.</summary>
/// <param name="Width">Share of the table's width relative to the other columns.</param>
public sealed record TableColumn(int Width) : CardPart
{
    /// <summary>Where the cells' content stands; null: at the start. Numbers stand right.</summary>
    public HorizontalAlignment? HorizontalCellContentAlignment { get; init; }

    /// <summary>Where the cells' content stands in the row's height; null: top.</summary>
    public VerticalAlignment? VerticalCellContentAlignment { get; init; }

    internal override void Write(CardWriter json) =>
        json.Number("width", Width)
            .Word("horizontalCellContentAlignment", HorizontalCellContentAlignment)
            .Word("verticalCellContentAlignment", VerticalCellContentAlignment);
}

/// <summary>A row of a <see cref="Table"/>.</summary>
/// <param name="Cells">One cell for each column.</param>
public sealed record TableRow(IReadOnlyList<TableCell> Cells) : CardPart
{
    /// <summary>The ground; null: the table's.</summary>
    public ContainerStyle? Style { get; init; }

    internal override string Type => "TableRow";

    internal override void Write(CardWriter json) => json.Parts("cells", Cells).Word("style", Style);
}

/// <summary>A cell of a <see cref="TableRow"/>.</summary>
/// <param name="Items">The elements top to bottom.</param>
public sealed record TableCell(IReadOnlyList<CardElement> Items) : CardPart
{
    /// <summary>What a click on the cell does; null: nothing.</summary>
    public CardAction? SelectAction { get; init; }

    internal override string Type => "TableCell";

    internal override void Write(CardWriter json) => json.Parts("items", Items).Part("selectAction", SelectAction);
}
