using Bot.Indicators.Queries;
using Bot.Indicators.Readings;
using Bot.Understanding.Lexicons;
using Bot.Understanding.Questions;

namespace Bot.Understanding.LanguageModel;

/// <summary>
/// Judges what the model made of a question. It is an answer only where the rules read the very words that the model names to the very
/// same queries, and the words between are grammar. It is offered for confirmation where names, times, numbers and comparisons follow
/// from the words and are all used, so that only the sort of question or the name of a measure is the model's own. Else it is nothing.
/// </summary>
internal sealed class ReadingCheck(Sentence sentence, QuestionReader rules)
{
    private readonly QuestionParts _parts = new(sentence);

    /// <summary>The reading; null where something in it does not follow from the question.</summary>
    /// <param name="plan">What the model answered.</param>
    /// <param name="before">What the rules made of the question: their offers stay beside the model's.</param>
    public Reading? Of(ModelPlan plan, Reading before)
    {
        if (UnknownUnits.Find(sentence, _parts.Explained) is not null || Placed(plan) is not { } spans)
        {
            return null;
        }

        var slots = new SlotCheck(_parts, spans);
        if (!slots.Holds(plan))
        {
            return null;
        }

        List<StoreQuery> queries = [.. plan.Parts.Select(part => part.Query).Distinct()];
        var query = queries is [var only] ? only : new PlanQuery { Parts = [.. queries] };
        if (IsDerived(plan, spans) && IsOfOnePiece(queries))
        {
            return new Reading.Clear
            {
                Language = sentence.Language,
                Query = query,
                Note = new() { Assisted = true },
            };
        }

        // What the rules offer already needs no model.
        return ModelReader.OffersOf(before).AsSpan().Contains(query) ? null : ModelReader.Offer(query, sentence.Question, before);
    }

    // The tokens that each part names; null where words are named that do not stand in the question.
    private List<PlacedSpan[]>? Placed(ModelPlan plan)
    {
        var placed = new List<PlacedSpan[]>();
        foreach (var part in plan.Parts)
        {
            var spans = part.Spans.Select(span => PlacedSpan.Of(span, sentence)).ToList();
            if (spans.Contains(null))
            {
                return null;
            }

            placed.Add([.. spans.OfType<PlacedSpan>()]);
        }

        return placed;
    }

    private bool IsDerived(ModelPlan plan, List<PlacedSpan[]> spans)
    {
        var used = new bool[sentence.Tokens.Length];
        for (var i = 0; i < plan.Parts.Count; i++)
        {
            var words = new List<string>();
            for (var token = 0; token < used.Length; token++)
            {
                if (Array.Exists(spans[i], span => span.Covers(token)))
                {
                    used[token] = true;
                    words.Add(sentence.Typed(token, token + 1));
                }
            }

            var clause = new Question(string.Join(' ', words), sentence.Question.Today, sentence.Question.Locale);
            if (
                rules.Read(clause, sentence.Catalogue) is not Reading.Clear { Note: var note, Query: var read }
                || read != plan.Parts[i].Query
                || !note.LeftOut.IsEmpty
            )
            {
                return false;
            }
        }

        return sentence.Spans.TrueForAll(span =>
            IsUsed(span) || IsHarmless(span) || sentence.Spans.Exists(s => IsUsed(s) && IsSame(s, span))
        );

        bool IsUsed(Span span) => Enumerable.Range(span.Start, span.Length).All(token => used[token]);
    }

    // "… của Sở Y tế là bao nhiêu và … của Sở Y tế là gì": the name says nothing new the second time.
    private static bool IsSame(Span one, Span other) =>
        one is UnitSpan unit && other is UnitSpan again && unit.Units == again.Units
        || one is PeriodSpan { Mention: var time }
            && other is PeriodSpan { Mention: var later }
            && time.Period == later.Period
            && time.To == later.To;

    private bool IsHarmless(Span span) =>
        span switch
        {
            CueSpan cue => cue.Cues.HasOnly(Cue.Function, Cue.Polite, Cue.Greeting, Cue.Thanks, Cue.Acknowledge, Cue.Ask),
            UnknownSpan => sentence.Tokens[span.Start].Sort == Text.TokenSort.Mark,
            _ => false,
        };

    // Which unit or time belongs to which part is the model's word only where there are several.
    private bool IsOfOnePiece(List<StoreQuery> queries) =>
        queries.Count == 1
        || sentence.Units.SelectMany(u => u.Units).Select(u => u.Names.Vietnamese).Distinct(StringComparer.Ordinal).Count() <= 1
            && sentence.Periods.Count <= 1
            && sentence.Numbers.Count <= 1;
}
