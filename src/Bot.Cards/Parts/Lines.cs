namespace Bot.Cards.Parts;

/// <summary>The few looks of text that cards use.</summary>
internal static class Lines
{
    /// <summary>The answer sentence.</summary>
    public static TextBlock Answer(string text) =>
        new(text)
        {
            Style = TextBlockStyle.Heading,
            Size = TextSize.Medium,
            Weight = TextWeight.Bolder,
        };

    /// <summary>The name of a thing as the card's title.</summary>
    public static TextBlock Title(string text) =>
        new(text)
        {
            Style = TextBlockStyle.Heading,
            Size = TextSize.Large,
            Weight = TextWeight.Bolder,
        };

    /// <summary>Body text.</summary>
    public static TextBlock Body(string text) => new(text);

    /// <summary>Body text that stands out.</summary>
    public static TextBlock Strong(string text) => new(text) { Weight = TextWeight.Bolder };

    /// <summary>A small, quiet line.</summary>
    public static TextBlock Small(string text) =>
        new(text)
        {
            Size = TextSize.Small,
            IsSubtle = true,
            Spacing = Spacing.Small,
        };

    /// <summary>A small, quiet line, or nothing.</summary>
    public static TextBlock? SmallOrNone(string? text) => string.IsNullOrEmpty(text) ? null : Small(text);

    /// <summary>The title of a section, below a line.</summary>
    public static TextBlock Section(string text) =>
        new(text)
        {
            Weight = TextWeight.Bolder,
            Separator = true,
            Spacing = Spacing.Medium,
        };

    /// <summary>Points below each other. Not a Markdown list: clients cut those at phone width, and names may hold its signs.</summary>
    public static Container Bullets(IEnumerable<string> items) =>
        new([
            .. items.Select(item => new ColumnSet([new([Body("•")]) { Width = "auto" }, new([Body(item)]) { Spacing = Spacing.Small }])
            {
                Spacing = Spacing.Small,
            }),
        ])
        {
            Spacing = Spacing.Small,
        };
}
