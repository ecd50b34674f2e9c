using Bot.Indicators.Periods;

namespace Bot.Understanding.Periods;

/// <summary>A time named in a question.</summary>
/// <param name="Start">The first token.</param>
/// <param name="End">The token after the last.</param>
/// <param name="Period">The period, or the first of a range.</param>
/// <param name="To">The last period of a range ("từ quý I/2021 đến quý IV/2021"); null where it is none.</param>
/// <param name="YearGuessed">Whether the year was not named: the period is then the latest one that has begun.</param>
/// <param name="Between">Whether the range was said with "giữa … và": its ends are compared, not what lies between.</param>
/// <param name="Lead">How many words at its beginning only introduce it.</param>
/// <param name="Until">Whether it is a term to reach something by ("đến năm 2026").</param>
internal sealed record PeriodMention(
    int Start,
    int End,
    Period Period,
    Period? To = null,
    bool YearGuessed = false,
    bool Until = false,
    bool Between = false,
    int Lead = 0
);
