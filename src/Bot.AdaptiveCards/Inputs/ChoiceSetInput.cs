namespace Bot.AdaptiveCards.Inputs;

/// <summary>A field for one or several of some choices; several come back joined by commas.</summary>
public sealed record ChoiceSetInput : CardInput
{
    /// <summary>Makes the field.</summary>
    /// <param name="id">Name under which the value comes back.</param>
    /// <param name="label">The words above the field.</param>
    /// <param name="choices">What may be chosen, in order.</param>
    public ChoiceSetInput(string id, string label, IReadOnlyList<Choice> choices)
        : base(id, label) => Choices = choices;

    /// <summary>What may be chosen, in order.</summary>
    public IReadOnlyList<Choice> Choices { get; }

    /// <summary>The chosen value at first; null: none.</summary>
    public string? Value { get; init; }

    /// <summary>How the choices are shown; null: compact.</summary>
    public ChoiceSetStyle? Style { get; init; }

    /// <summary>Several may be chosen; null: one.</summary>
    public bool? IsMultiSelect { get; init; }

    /// <summary>Whether long choices go on in a new line; null: no.</summary>
    public bool? Wrap { get; init; }

    internal override string Type => "Input.ChoiceSet";

    private protected override void WriteField(CardWriter json) =>
        json.Parts("choices", Choices).Text("value", Value).Word("style", Style).Flag("isMultiSelect", IsMultiSelect).Flag("wrap", Wrap);
}

/// <summary>One choice of a <see cref="ChoiceSetInput"/>.</summary>
/// <param name="Title">What the reader sees.</param>
/// <param name="Value">What comes back; without commas where several may be chosen.</param>
public sealed record Choice(string Title, string Value) : CardPart
{
    internal override void Write(CardWriter json) => json.Text("title", Title).Text("value", Value);
}

/// <summary>How choices are shown.</summary>
public enum ChoiceSetStyle
{
    /// <summary>A list that opens.</summary>
    Compact,

    /// <summary>All choices below each other.</summary>
    Expanded,

    /// <summary>A list that is searched by typing.</summary>
    Filtered,
}
