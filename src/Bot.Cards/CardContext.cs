using Bot.Indicators.Catalogues;

namespace Bot.Cards;

/// <summary>All that a card may know besides its result.</summary>
/// <param name="Language">The language to answer in.</param>
/// <param name="Surface">Where the card will be shown.</param>
/// <param name="Catalogue">Names of units, indicators and plans.</param>
/// <param name="Today">The day of the answer.</param>
public sealed record CardContext(Language Language, Surface Surface, Catalogue Catalogue, DateOnly Today)
{
    /// <summary>Where a client that draws no charts finds the picture of one; null where no picture can be had.</summary>
    public Func<ChartPicture, string>? ChartAddress { get; init; }

    /// <summary>For which days reports count; null where those of the calendar do.</summary>
    public ReportingCalendar? Reporting { get; init; }

    /// <summary>Where the list behind a digest is found as CSV; null where the client could not reach it.</summary>
    public Func<string>? ListAddress { get; init; }
}
