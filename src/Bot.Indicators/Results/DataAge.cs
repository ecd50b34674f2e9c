namespace Bot.Indicators.Results;

/// <summary>How old a figure is on the day of the answer, where it is old for how often its indicator is reported.</summary>
/// <param name="Day">The last day that it describes.</param>
/// <param name="Years">Whole years since then.</param>
/// <param name="Months">Whole months beyond those years.</param>
public sealed record DataAge(DateOnly Day, int Years, int Months);
