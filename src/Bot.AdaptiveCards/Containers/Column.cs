namespace Bot.AdaptiveCards.Containers;

/// <summary>One column of a <see cref="ColumnSet"/>.</summary>
/// <param name="Items">The elements top to bottom.</param>
public sealed record Column(IReadOnlyList<CardElement> Items) : CardPart
{
    /// <summary><c>auto</c>, <c>stretch</c> or pixels such as <c>24px</c>.</summary>
    public string Width { get; init; } = "stretch";

    /// <summary>The ground; null: the card's.</summary>
    public ContainerStyle? Style { get; init; }

    /// <summary>Rounded corners (Teams); null: none.</summary>
    public bool? RoundedCorners { get; init; }

    /// <summary>Where the elements stand in the set's height; null: top.</summary>
    public VerticalAlignment? VerticalContentAlignment { get; init; }

    /// <summary>Distance to the column before; null: the host's default.</summary>
    public Spacing? Spacing { get; init; }

    internal override string Type => "Column";

    internal override void Write(CardWriter json) =>
        json.Parts("items", Items)
            .Text("width", Width)
            .Word("style", Style)
            .Flag("roundedCorners", RoundedCorners)
            .Word("verticalContentAlignment", VerticalContentAlignment)
            .Word("spacing", Spacing);
}
