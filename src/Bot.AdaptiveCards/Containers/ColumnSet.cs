namespace Bot.AdaptiveCards.Containers;

/// <summary>Columns side by side, three at most.</summary>
/// <param name="Columns">The columns from left to right.</param>
public sealed record ColumnSet(IReadOnlyList<Column> Columns) : CardElement
{
    /// <summary>The ground; null: the card's.</summary>
    public ContainerStyle? Style { get; init; }

    /// <summary>What a click does; null: nothing.</summary>
    public CardAction? SelectAction { get; init; }

    internal override string Type => "ColumnSet";

    private protected override void WriteOwn(CardWriter json) =>
        json.Parts("columns", Columns).Word("style", Style).Part("selectAction", SelectAction);
}
