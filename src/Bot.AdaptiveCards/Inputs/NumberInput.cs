namespace Bot.AdaptiveCards.Inputs;

/// <summary>A field for a number.</summary>
public sealed record NumberInput : CardInput
{
    /// <summary>Makes the field.</summary>
    /// <param name="id">Name under which the value comes back.</param>
    /// <param name="label">The words above the field.</param>
    public NumberInput(string id, string label)
        : base(id, label) { }

    /// <summary>The number at first; null: none.</summary>
    public decimal? Value { get; init; }

    /// <summary>Least number allowed; null: any.</summary>
    public decimal? Min { get; init; }

    /// <summary>Greatest number allowed; null: any.</summary>
    public decimal? Max { get; init; }

    /// <summary>An example shown while the field is empty; null: none.</summary>
    public string? Placeholder { get; init; }

    internal override string Type => "Input.Number";

    private protected override void WriteField(CardWriter json) =>
        json.Number("value", Value).Number("min", Min).Number("max", Max).Text("placeholder", Placeholder);
}
