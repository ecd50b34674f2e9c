using System.Globalization;
using Bot.Cards.Resources;

namespace Bot.Cards;

/// <summary>What is shown while an answer is made: one plain line, in the place of the one before.</summary>
public static class ProgressLines
{
    /// <summary>The question is being read by the language model.</summary>
    public static string Reading(Language language) => Strings.In(language)["progress.reading"].Format;

    /// <summary>A sentence of the summary that is being written.</summary>
    public static string Summary(string sentence, Language language) =>
        string.Format(CultureInfo.InvariantCulture, Strings.In(language)["progress.summary"], sentence);
}
