using System.Text.Json.Serialization;
using Bot.AdaptiveCards.Charts;
using Bot.AdaptiveCards.Containers;
using Bot.AdaptiveCards.Elements;
using Bot.AdaptiveCards.Inputs;
using Bot.AdaptiveCards.Teams;

namespace Bot.AdaptiveCards;

/// <summary>Anything that may stand in a body or a container, with the members that all elements share.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(TextBlock), "TextBlock")]
[JsonDerivedType(typeof(RichTextBlock), "RichTextBlock")]
[JsonDerivedType(typeof(FactSet), "FactSet")]
[JsonDerivedType(typeof(Image), "Image")]
[JsonDerivedType(typeof(Container), "Container")]
[JsonDerivedType(typeof(ColumnSet), "ColumnSet")]
[JsonDerivedType(typeof(Table), "Table")]
[JsonDerivedType(typeof(ActionSet), "ActionSet")]
[JsonDerivedType(typeof(Badge), "Badge")]
[JsonDerivedType(typeof(Icon), "Icon")]
[JsonDerivedType(typeof(TextInput), "Input.Text")]
[JsonDerivedType(typeof(DateInput), "Input.Date")]
[JsonDerivedType(typeof(NumberInput), "Input.Number")]
[JsonDerivedType(typeof(ToggleInput), "Input.Toggle")]
[JsonDerivedType(typeof(ChoiceSetInput), "Input.ChoiceSet")]
[JsonDerivedType(typeof(HorizontalBarChart), "Chart.HorizontalBar")]
[JsonDerivedType(typeof(VerticalBarChart), "Chart.VerticalBar")]
[JsonDerivedType(typeof(LineChart), "Chart.Line")]
[JsonDerivedType(typeof(DonutChart), "Chart.Donut")]
public abstract record CardElement
{
    /// <summary>Name of the element within its card; null: nobody refers to it.</summary>
    [JsonPropertyOrder(-3)]
    public string? Id { get; init; }

    /// <summary>Language of this element where it differs from the card's; null: the card's.</summary>
    [JsonPropertyOrder(-2)]
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
    [JsonPropertyOrder(9)]
    public CardElement? Fallback { get; init; }
}
