using System.Text.Json;
using Bot.Indicators.Catalogues;
using Bot.Indicators.Proposals;
using Bot.Understanding.Lexicons;
using Bot.Understanding.Statements;
using Microsoft.Extensions.AI;

namespace Bot.Understanding.LanguageModel;

/// <summary>
/// Asks a language model about the sentences of a document that the rules left open. What it proposes counts only where the quote stands in
/// the document letter for letter, holds the number, and unit, period and measure are named there; and then it is a proposal that a
/// person decides on.
/// </summary>
public sealed class FactProposer(PromptBook prompts)
{
    private const int MostPassages = 12;
    private const int MostFacts = 24;

    /// <summary>The extraction with what the model proposes in the place of passages that were open; as it was where the model has nothing to say.</summary>
    /// <param name="text">The document.</param>
    /// <param name="read">What the rules read of it.</param>
    /// <param name="catalogue">The catalogue.</param>
    /// <param name="model">The model as the one who brought the document may use it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Extraction> AddAsync(
        string text,
        Extraction read,
        Catalogue catalogue,
        IChatClient model,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(read);
        List<OpenPassage> open = [.. read.Open.Where(IsAskable).Take(MostPassages)];
        if (open.Count == 0)
        {
            return read;
        }

        var named = new NamedInText(text, Lexicon.Of(catalogue));
        var asked = new OpenPassages(text, named, open, catalogue);
        if (asked.Units.Count == 0)
        {
            return read;
        }

        var said = await prompts["propose-facts", asked.Language].AskAsync(model, asked.Write(), schema: null, cancellationToken);
        if (said is not { } answer)
        {
            return read;
        }

        var check = new FactCheck(named, asked, catalogue);
        List<ProposedObservation> facts =
        [
            .. Items(answer).Take(MostFacts).Select(check.Of).OfType<ProposedObservation>().Where(fact => !IsRead(fact, read)).Distinct(),
        ];
        return facts.Count == 0
            ? read
            : read with
            {
                Facts = [.. read.Facts.Concat(facts).OrderBy(f => f.Quote.Start)],
                Open = [.. read.Open.Where(passage => !facts.Exists(fact => Covers(fact.Quote, passage)))],
            };
    }

    // What names an unknown unit, contradicts itself, cannot be, or is no fact is settled: no other name may come in its place.
    private static bool IsAskable(OpenPassage passage) =>
        passage.Reason is OpenReason.NoIndicator or OpenReason.NoUnit or OpenReason.NoBasis or OpenReason.NoPeriod;

    // The rules have read the same place already: a second value beside theirs would be the model's word against theirs.
    private static bool IsRead(ProposedObservation fact, Extraction read) =>
        read
            .Facts.OfType<ProposedObservation>()
            .Any(known => (known.Unit, known.Indicator, known.Basis, known.Period) == (fact.Unit, fact.Indicator, fact.Basis, fact.Period));

    private static bool Covers(Quote quote, OpenPassage passage) =>
        IsAskable(passage)
        && quote.Start < passage.Quote.End
        && passage.Quote.Start < quote.End
        && quote.Text.Contains(passage.Named, StringComparison.Ordinal);

    private static List<JsonElement> Items(JsonElement answer) =>
        answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty("facts", out var facts) && facts.ValueKind == JsonValueKind.Array
            ? [.. facts.EnumerateArray()]
            : [];
}
