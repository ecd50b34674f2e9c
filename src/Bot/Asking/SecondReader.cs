using System.Runtime.CompilerServices;
using Bot.Cards;
using Bot.Indicators.Catalogues;
using Bot.Indicators.Readings;
using Bot.Indicators.Results;
using Bot.Models;
using Bot.Understanding.LanguageModel;
using Bot.Understanding.Questions;
using Microsoft.Extensions.AI;

namespace Bot.Asking;

/// <summary>Asks the language model what the rules left open, where one is configured; nothing of it is loaded before that.</summary>
/// <param name="rules">The first reader, which the model's reading is held against.</param>
/// <param name="known">What the model has read before.</param>
/// <param name="models">The model for one person; null where none is configured.</param>
internal sealed class SecondReader(QuestionReader rules, ModelReadings known, Func<string, IChatClient?> models)
{
    private readonly Lazy<(ModelReader Reader, Summariser Summariser)> _made = new(() =>
    {
        var prompts = new PromptBook();
        return (new ModelReader(rules, prompts), new Summariser(prompts));
    });

    // Readings of the rules that the model takes or not, as long as they are kept: most are the same words again.
    private readonly ConditionalWeakTable<Reading, object> _taken = [];

    /// <summary>The reading with the model's help; the rules' own where it has none to give.</summary>
    public ValueTask<Reading> ReadAsync(
        Question question,
        Catalogue catalogue,
        Reading rulesReading,
        Ask ask,
        CancellationToken cancellationToken
    ) =>
        ModelReader.IsOpen(rulesReading) && models(ask.Person) is { } model && Takes(question, catalogue, rulesReading)
            ? AskAsync(question, catalogue, rulesReading, ask.Progress, model, cancellationToken)
            : ValueTask.FromResult(rulesReading);

    private bool Takes(Question question, Catalogue catalogue, Reading rulesReading)
    {
        if (!_taken.TryGetValue(rulesReading, out var takes))
        {
            takes = ModelReader.Takes(question, catalogue, rulesReading);
            _taken.TryAdd(rulesReading, takes);
        }

        return (bool)takes;
    }

    private async ValueTask<Reading> AskAsync(
        Question question,
        Catalogue catalogue,
        Reading rulesReading,
        IProgress<string>? progress,
        IChatClient model,
        CancellationToken cancellationToken
    )
    {
        return await known.ReadAsync(
                question,
                catalogue,
                rulesReading,
                () =>
                {
                    progress?.Report(ProgressLines.Reading(rulesReading.Language));
                    return _made.Value.Reader.ReadAsync(question, catalogue, rulesReading, model, cancellationToken);
                }
            ) ?? rulesReading;
    }

    /// <summary>The answer with a summary above it, where the question has several parts and the model said only what they say.</summary>
    public async ValueTask<CardMessage?> SumUpAsync(
        Ask ask,
        PlanResult result,
        ReadingNote note,
        CardContext context,
        CancellationToken cancellationToken
    ) =>
        models(ask.Person) is { } model
        && await _made.Value.Summariser.SumUpAsync(
            ask.Text,
            AnswerCards.Facts(result, context),
            context.Language,
            context.Catalogue,
            context.Today,
            model,
            ask.Progress is { } progress ? sentence => progress.Report(ProgressLines.Summary(sentence, context.Language)) : null,
            cancellationToken
        )
            is { } summary
            ? AnswerCards.Summarised(result, note, summary, context)
            : null;
}
