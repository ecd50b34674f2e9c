namespace Bot.AdaptiveCards.Inputs;

/// <summary>A field for words.</summary>
public sealed record TextInput : CardInput
{
    /// <summary>Makes the field.</summary>
    /// <param name="id">Name under which the value comes back.</param>
    /// <param name="label">The words above the field.</param>
    public TextInput(string id, string label)
        : base(id, label) { }

    /// <summary>What stands in the field at first; null: nothing.</summary>
    public string? Value { get; init; }

    /// <summary>An example shown while the field is empty; null: none.</summary>
    public string? Placeholder { get; init; }

    /// <summary>Several lines; null: one.</summary>
    public bool? IsMultiline { get; init; }

    /// <summary>Most letters that may be typed; null: no limit.</summary>
    public int? MaxLength { get; init; }

    /// <summary>Pattern that the value must match; null: anything.</summary>
    public string? Regex { get; init; }

    internal override string Type => "Input.Text";

    private protected override void WriteField(CardWriter json) =>
        json.Text("value", Value)
            .Text("placeholder", Placeholder)
            .Flag("isMultiline", IsMultiline)
            .Number("maxLength", MaxLength)
            .Text("regex", Regex);
}
