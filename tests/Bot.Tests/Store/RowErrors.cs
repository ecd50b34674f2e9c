using Bot.Commands;
using Bot.Indicators;
using Bot.Indicators.Proposals;

namespace Bot.Tests.Store;

internal static class RowErrors
{
    /// <summary>What is wrong and what to do, as the terminal says it in English.</summary>
    public static string Said(this RowError error) => RowErrorText.Reason(error, Language.English);
}
