using Bot.Indicators;
using Bot.Indicators.Catalogues;
using Bot.Indicators.Queries;
using Bot.Indicators.Readings;
using Bot.Understanding.Lexicons;
using Bot.Understanding.Questions;
using Microsoft.Extensions.AI;

namespace Bot.Understanding.LanguageModel;

/// <summary>
/// The second reader: asks a language model what the rules could not read, and believes of its answer what <see cref="ReadingCheck"/>
/// finds in the words. It sees the question, names and codes, the day and the last query; it holds no figure and can make none.
/// </summary>
public sealed class ModelReader(QuestionReader rules, PromptBook prompts)
{
    private const int LongestQuestion = 60;
    private const int Offered = 3;

    /// <summary>Reads the question with the model; null where the rules' reading stands.</summary>
    /// <param name="question">The question.</param>
    /// <param name="catalogue">Its names.</param>
    /// <param name="before">What the rules made of it.</param>
    /// <param name="model">The model as the asker may use it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Reading?> ReadAsync(
        Question question,
        Catalogue catalogue,
        Reading before,
        IChatClient model,
        CancellationToken cancellationToken
    )
    {
        if (Open(question, catalogue, before) is not var (sentence, candidates))
        {
            return null;
        }

        var prompt = prompts["read-question", sentence.Language];
        var message = ModelQuestion.Write(question, candidates);
        var answer = await prompt.AskAsync(model, message, QuerySchema.For(candidates), cancellationToken);
        return answer is { } json && ModelPlan.Read(json, candidates, catalogue) is { } plan
            ? new ReadingCheck(sentence, rules).Of(plan, before)
            : null;
    }

    /// <summary>Whether the model would be asked at all.</summary>
    public static bool Takes(Question question, Catalogue catalogue, Reading before) => Open(question, catalogue, before) is not null;

    /// <summary>
    /// Whether the rules left anything open. What names something that there is not is settled: no other name may come in its place.
    /// </summary>
    public static bool IsOpen(Reading reading) =>
        reading switch
        {
            Reading.Clear => false,
            Reading.Blocked blocked => blocked.By is not (BlockedBy.UnknownUnit or BlockedBy.UnknownPeriod),
            Reading.Ambiguous ambiguous => ambiguous.What
                is ClarifyWhat.Indicator
                    or ClarifyWhat.MissingIndicator
                    or ClarifyWhat.MissingUnit
                    or ClarifyWhat.Question,
            _ => true,
        };

    /// <summary>The model's query to be confirmed, beside what the rules offer.</summary>
    /// <param name="query">What the model read.</param>
    /// <param name="question">The question.</param>
    /// <param name="before">What the rules made of it.</param>
    public static Reading.Ambiguous Offer(Query query, Question question, Reading before) =>
        new()
        {
            Language = before.Language,
            Choices = [.. OffersOf(before).Where(offer => offer != query).Prepend(query).Take(Offered)],
            Words = question.Text.Trim(),
            What = ClarifyWhat.Assisted,
        };

    /// <summary>What the rules offer of themselves.</summary>
    internal static ValueList<Query> OffersOf(Reading before) =>
        before switch
        {
            Reading.Ambiguous ambiguous => ambiguous.Choices,
            Reading.Blocked blocked => blocked.Nearest,
            _ => [],
        };

    private static (Sentence Sentence, Candidates Candidates)? Open(Question question, Catalogue catalogue, Reading before)
    {
        if (!IsOpen(before))
        {
            return null;
        }

        var sentence = new Sentence(question, Lexicon.Of(catalogue));
        if (sentence.Tokens.Length > LongestQuestion || sentence.Has(Cue.Injection) || sentence.Has(Cue.OutOfScope))
        {
            return null;
        }

        var candidates = Candidates.Of(sentence, question.Dialogue?.LastQuery);
        return before is Reading.OutOfScope && !candidates.AreNamed ? null : (sentence, candidates);
    }
}
