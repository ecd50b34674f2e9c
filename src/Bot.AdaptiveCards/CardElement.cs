namespace Bot.AdaptiveCards;

/// <summary>Anything that may stand in a body or a container, with the members that all elements share.</summary>
public abstract record CardElement : CardPart
{
    /// <summary>Name of the element within its card; null: nobody refers to it.</summary>
    public string? Id { get; init; }

    /// <summary>Language of this element where it differs from the card's; null: the card's.</summary>
    public string? Lang { get; init; }

    /// <summary>False: hidden until an Action.ToggleVisibility shows it; null: visible.</summary>
    public bool? IsVisible { get; init; }

    /// <summary>A line above the element; null: none.</summary>
    public bool? Separator { get; init; }

    /// <summary>Distance to the element above; null: the host's default.</summary>
    public Spacing? Spacing { get; init; }

    /// <summary>Where the element stands across its container; null: inherited.</summary>
    public HorizontalAlignment? HorizontalAlignment { get; init; }

    /// <summary>Widths at which the element is shown, such as <c>atLeast:standard</c>; null: all. Hosts that do not know it show it always.</summary>
    public string? TargetWidth { get; init; }

    /// <summary>What a host that does not know this element shows instead; null: it is dropped.</summary>
    public CardElement? Fallback { get; init; }

    internal sealed override void Write(CardWriter json)
    {
        json.Text("id", Id).Text("lang", Lang);
        WriteOwn(json);
        json.Flag("isVisible", IsVisible)
            .Flag("separator", Separator)
            .Word("spacing", Spacing)
            .Word("horizontalAlignment", HorizontalAlignment)
            .Text("targetWidth", TargetWidth)
            .Part("fallback", Fallback);
    }

    private protected abstract void WriteOwn(CardWriter json);
}
