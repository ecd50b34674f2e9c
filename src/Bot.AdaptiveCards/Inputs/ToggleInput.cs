namespace Bot.AdaptiveCards.Inputs;

/// <summary>A field for yes or no; comes back as <c>true</c> or <c>false</c>.</summary>
public sealed record ToggleInput : CardInput
{
    /// <summary>Makes the field.</summary>
    /// <param name="id">Name under which the value comes back.</param>
    /// <param name="label">The words above the field.</param>
    /// <param name="title">The words beside the box.</param>
    public ToggleInput(string id, string label, string title)
        : base(id, label) => Title = title;

    /// <summary>The words beside the box.</summary>
    public string Title { get; }

    /// <summary><c>true</c> or <c>false</c> at first; null: false.</summary>
    public string? Value { get; init; }

    /// <summary>Whether a long title goes on in a new line; null: no.</summary>
    public bool? Wrap { get; init; }

    internal override string Type => "Input.Toggle";

    private protected override void WriteField(CardWriter json) => json.Text("title", Title).Text("value", Value).Flag("wrap", Wrap);
}
