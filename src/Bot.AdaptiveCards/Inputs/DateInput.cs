namespace Bot.AdaptiveCards.Inputs;

/// <summary>A field for a day; value and bounds as <c>yyyy-MM-dd</c>.</summary>
public sealed record DateInput : CardInput
{
    /// <summary>Makes the field.</summary>
    /// <param name="id">Name under which the value comes back.</param>
    /// <param name="label">The words above the field.</param>
    public DateInput(string id, string label)
        : base(id, label) { }

    /// <summary>The day at first; null: none.</summary>
    public string? Value { get; init; }

    /// <summary>First day allowed; null: any.</summary>
    public string? Min { get; init; }

    /// <summary>Last day allowed; null: any.</summary>
    public string? Max { get; init; }

    internal override string Type => "Input.Date";

    private protected override void WriteField(CardWriter json) => json.Text("value", Value).Text("min", Min).Text("max", Max);
}
