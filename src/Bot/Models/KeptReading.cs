using Bot.Indicators.Catalogues;
using Bot.Indicators.Queries;
using Bot.Indicators.Readings;
using Bot.Understanding.LanguageModel;
using Bot.Understanding.Questions;

namespace Bot.Models;

/// <summary>A checked reading of the model as one line: <c>answer</c> or <c>offer</c>, and the query in canonical text.</summary>
internal static class KeptReading
{
    private const string Answer = "answer ";
    private const string Offer = "offer ";

    /// <summary>The line; null for a reading that is not the model's.</summary>
    public static string? Write(Reading reading) =>
        reading switch
        {
            Reading.Clear { Query: StoreQuery query, Note: { Assisted: true } } => Answer + query,
            Reading.Ambiguous { What: ClarifyWhat.Assisted, Choices: [StoreQuery query, ..] } => Offer + query,
            _ => null,
        };

    /// <summary>The reading again, beside what the rules offer now; null where the catalogue has no such query.</summary>
    public static Reading? Read(string line, Question question, Catalogue catalogue, Reading before)
    {
        var isSure = line.StartsWith(Answer, StringComparison.Ordinal);
        if (
            !isSure && !line.StartsWith(Offer, StringComparison.Ordinal)
            || !QueryText.TryRead(line[(isSure ? Answer : Offer).Length..], catalogue, out var query, out _)
            || query is not StoreQuery
        )
        {
            return null;
        }

        return isSure
            ? new Reading.Clear
            {
                Language = before.Language,
                Query = query,
                Note = new() { Assisted = true },
            }
            : ModelReader.Offer(query, question, before);
    }
}
