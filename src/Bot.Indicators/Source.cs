namespace Bot.Indicators;

/// <summary>Where facts come from: an article, a report, a file.</summary>
/// <param name="Code">Its key, as tables write it.</param>
/// <param name="Title">Its title.</param>
/// <param name="Publisher">Who published it; empty where not said.</param>
/// <param name="Date">The day of publication; null where not said.</param>
/// <param name="Url">Its address; null where there is none.</param>
public sealed record Source(string Code, string Title, string Publisher, DateOnly? Date, Uri? Url);
