namespace Bot.AdaptiveCards.Charts;

/// <summary>
/// A chart of Teams. Opaque to screen readers and unknown elsewhere: it never comes without an element that takes its place,
/// and its figures stand in a table beside it.
/// </summary>
public abstract record Chart : CardElement
{
    private protected Chart(string title, CardElement fallback) => (Title, Fallback) = (title, fallback);

    /// <summary>What the chart shows, in words.</summary>
    public string Title { get; }

    /// <summary>Whether the title is drawn; null: only read aloud.</summary>
    public bool? ShowTitle { get; init; }

    /// <summary>Whether the colours are named below; null: yes.</summary>
    public bool? ShowLegend { get; init; }

    /// <summary>Greatest width, such as <c>520px</c>; null: the card's.</summary>
    public string? MaxWidth { get; init; }

    private protected sealed override void WriteOwn(CardWriter json)
    {
        WriteData(json);
        json.Text("title", Title).Flag("showTitle", ShowTitle).Flag("showLegend", ShowLegend).Text("maxWidth", MaxWidth);
    }

    private protected abstract void WriteData(CardWriter json);
}
