namespace Bot.Cards.Parts;

/// <summary>Where facts come from: one line, and behind it the exact words of the source, which stay Vietnamese.</summary>
internal static class SourceLine
{
    private const int MostQuotes = 2;

    /// <summary>The line and its quotes, in a part of the card of its own.</summary>
    public static Container? Of(IEnumerable<Provenance> origins, Wording words, bool withQuotes = true)
    {
        List<Provenance> facts = [.. origins];
        List<Provenance> all = [.. facts.Distinct()];
        if (all.Count == 0)
        {
            return null;
        }

        List<string> quotes = [.. all.Select(o => o.Quote).Where(q => q.Length > 0).Distinct()];
        // One quote under many figures would not say whose words it is.
        var areTold = facts.Count <= MostQuotes || facts.TrueForAll(f => f.Quote.Length > 0);
        quotes = withQuotes && areTold && quotes.Count <= MostQuotes ? quotes : [];
        return new([
            Lines.Small(Line(all, words) + (quotes.Count > 0 ? words["source.quote"] : "")),
            .. quotes.Select(quote => Quote(quote)),
        ])
        {
            Separator = true,
            Spacing = Spacing.Medium,
        };
    }

    /// <summary>The exact words of a source, in italics and marked as Vietnamese.</summary>
    public static RichTextBlock Quote(string quote) =>
        new([
            new($"“{quote}”")
            {
                Italic = true,
                IsSubtle = true,
                Size = TextSize.Small,
                Lang = "vi",
            },
        ])
        {
            Lang = "vi",
            Spacing = Spacing.Small,
        };

    /// <summary>A source's name and date.</summary>
    public static string Name(Source? source, Wording words) =>
        source switch
        {
            null => words["source.none"],
            { Date: { } date } => words.Say("source.dated", Called(source), words.Date(date)),
            _ => Called(source),
        };

    private static string Line(List<Provenance> origins, Wording words)
    {
        List<string> names = [.. origins.Select(o => Name(o.Source, words)).Distinct()];
        List<DateOnly> days = [.. origins.Select(o => o.AsOf).OfType<DateOnly>().Distinct().Order()];
        var sources = words.Say("source.line", words.ListUpTo(names, 2));
        return days switch
        {
            [] => sources,
            [var day] => words.Say("source.asOf", sources, words.Date(day)),
            [var first, .., var last] => words.Say("source.asOf.span", sources, words.Date(first), words.Date(last)),
        };
    }

    private static string Called(Source source) => (source.Publisher.Length > 0 ? source.Publisher : source.Title).Trim();
}
