using System.Text.Json.Serialization;

namespace Bot.AdaptiveCards.Containers;

/// <summary>A column of a <see cref="Table"/>.</summary>
/// <param name="Width">Share of the table's width relative to the other columns.</param>
public sealed record TableColumn(int Width)
{
    /// <summary>Where the cells' content stands; null: at the start. Numbers stand right.</summary>
    public HorizontalAlignment? HorizontalCellContentAlignment { get; init; }

    /// <summary>Where the cells' content stands in the row's height; null: top.</summary>
    public VerticalAlignment? VerticalCellContentAlignment { get; init; }
}

/// <summary>A row of a <see cref="Table"/>.</summary>
/// <param name="Cells">One cell for each column.</param>
public sealed record TableRow(IReadOnlyList<TableCell> Cells)
{
    /// <summary>The schema's name of a row; always written.</summary>
    [JsonPropertyOrder(-2)]
    public string Type { get; } = "TableRow";

    /// <summary>The ground; null: the table's.</summary>
    public ContainerStyle? Style { get; init; }
}

/// <summary>A cell of a <see cref="TableRow"/>.</summary>
/// <param name="Items">The elements top to bottom.</param>
public sealed record TableCell(IReadOnlyList<CardElement> Items)
{
    /// <summary>The schema's name of a cell; always written.</summary>
    [JsonPropertyOrder(-2)]
    public string Type { get; } = "TableCell";

    /// <summary>What a click on the cell does; null: nothing.</summary>
    public CardAction? SelectAction { get; init; }
}
