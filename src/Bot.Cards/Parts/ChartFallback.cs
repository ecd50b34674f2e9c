namespace Bot.Cards.Parts;

/// <summary>What stands in a chart's place on clients that draw none. The figures stand in the table below in any case.</summary>
internal static class ChartFallback
{
    /// <summary>The picture, with its ends in words; one line where no picture can be had.</summary>
    public static CardElement Of(ChartPicture picture, string title, string first, string last, Wording words, CardContext context) =>
        context.ChartAddress is { } address
            ? new Image(address(picture), words.Say("chart.alt", Texts.Lower(title), first, last)) { Size = ImageSize.Stretch }
            : Lines.Small(words["chart.fallback"]);
}
