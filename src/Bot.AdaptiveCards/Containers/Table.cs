namespace Bot.AdaptiveCards.Containers;

/// <summary>Rows and columns with a head row, which screen readers announce.</summary>
/// <param name="Columns">Width and alignment of each column.</param>
/// <param name="Rows">The rows, the head row first.</param>
public sealed record Table(IReadOnlyList<TableColumn> Columns, IReadOnlyList<TableRow> Rows) : CardElement
{
    /// <summary>Whether the first row is the head.</summary>
    public bool FirstRowAsHeaders { get; init; } = true;

    /// <summary>Whether lines are drawn between cells.</summary>
    public bool ShowGridLines { get; init; }

    /// <summary>Colour of the lines; null: the host's default.</summary>
    public ContainerStyle? GridStyle { get; init; }

    internal override string Type => "Table";

    private protected override void WriteOwn(CardWriter json) =>
        json.Parts("columns", Columns)
            .Parts("rows", Rows)
            .Flag("firstRowAsHeaders", FirstRowAsHeaders)
            .Flag("showGridLines", ShowGridLines)
            .Word("gridStyle", GridStyle);
}
