namespace Bot.AdaptiveCards.Containers;

/// <summary>Elements that belong together, with a ground of their own and perhaps a click.</summary>
/// <param name="Items">The elements top to bottom.</param>
public sealed record Container(IReadOnlyList<CardElement> Items) : CardElement
{
    /// <summary>The ground; null: the card's.</summary>
    public ContainerStyle? Style { get; init; }

    /// <summary>A border in the ground's colour (Teams); null: none.</summary>
    public bool? ShowBorder { get; init; }

    /// <summary>Rounded corners (Teams); null: none.</summary>
    public bool? RoundedCorners { get; init; }

    /// <summary>What a click on the ground does; null: nothing.</summary>
    public CardAction? SelectAction { get; init; }

    /// <summary>Least height such as <c>44px</c>; null: as high as its elements.</summary>
    public string? MinHeight { get; init; }

    internal override string Type => "Container";

    private protected override void WriteOwn(CardWriter json) =>
        json.Parts("items", Items)
            .Word("style", Style)
            .Flag("showBorder", ShowBorder)
            .Flag("roundedCorners", RoundedCorners)
            .Part("selectAction", SelectAction)
            .Text("minHeight", MinHeight);
}
