namespace Bot.AdaptiveCards.Inputs;

/// <summary>What every field of a form has. The value comes back as a string under the id.</summary>
public abstract record CardInput : CardElement
{
    private protected CardInput(string id, string label) => (Id, Label) = (id, label);

    /// <summary>The words above the field; never a placeholder alone.</summary>
    public string Label { get; }

    /// <summary>Whether the form may not be sent without it; null: it may.</summary>
    public bool? IsRequired { get; init; }

    /// <summary>What to do when the value is missing or wrong; null: nothing can be wrong.</summary>
    public string? ErrorMessage { get; init; }

    private protected sealed override void WriteOwn(CardWriter json)
    {
        json.Text("label", Label);
        WriteField(json);
        json.Flag("isRequired", IsRequired).Text("errorMessage", ErrorMessage);
    }

    private protected abstract void WriteField(CardWriter json);
}
