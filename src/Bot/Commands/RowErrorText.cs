using Bot.Indicators;
using Bot.Indicators.Proposals;

namespace Bot.Commands;

/// <summary>A refused or odd row in words: where it is, what is wrong and what to do.</summary>
internal static class RowErrorText
{
    public static string Write(RowError error, Language language) => $"{error.Place}: {Reason(error, language)}";

    public static string Reason(RowError error, Language language) =>
        TerminalWords.In(language).Say("row." + error.Fault, [.. error.Parts]);
}
