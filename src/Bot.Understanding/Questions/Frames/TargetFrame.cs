using Bot.Indicators.Queries;
using Bot.Understanding.Lexicons;

namespace Bot.Understanding.Questions.Frames;

/// <summary>What must be reached, how far units are from it, and which units meet it.</summary>
internal static class TargetFrame
{
    private static readonly CueSet Used = FigureSlots.Plain.With(
        Draft.Cues(
            Cue.Target,
            Cue.Must,
            Cue.Gap,
            Cue.Not,
            Cue.Below,
            Cue.Above,
            Cue.Truth,
            Cue.Versus,
            Cue.Missing,
            Cue.Better,
            Cue.Define,
            Cue.Deadline,
            Cue.Change,
            Cue.When,
            Cue.Who,
            Cue.Issue,
            Cue.Progress,
            Cue.Done
        )
    );

    public static Draft? Read(QuestionParts parts)
    {
        var sentence = parts.Sentence;
        var explained = parts.Indicator?.Explained ?? 0;
        var target = sentence.Has(Cue.Target, explained);
        var must = (sentence.Has(Cue.Must) || AsksBound(sentence)) && sentence.Has(Cue.Ask) && !Claims.IsYesNo(sentence);
        if (IsLabel(parts))
        {
            return null;
        }

        if (!target && !must || parts.Indicator is null && sentence.Units.Count == 0 && parts.Kind is null)
        {
            return null;
        }

        if (parts.Units(parts.Period, FigureSlots.Known(parts)) is not { } units)
        {
            return null;
        }

        var indicators = parts.Indicator?.Indicators(sentence) ?? [];
        var set = units.Count > 0 ? UnitSet.Of([.. units.Select(u => u.Code)]) : parts.Kind ?? UnitSet.All;
        var draft = new Draft
        {
            Queries = [],
            Explained = explained,
            Used = (must ? Used.With(Draft.Cues(Cue.AtLeast, Cue.AtMost)) : Used).With(
                target ? CueSet.Of(Cue.Recommendation) : new CueSet()
            ),
            // "chỉ tiêu là 5% đúng không?": the target itself is the answer.
            UsesNumbers = target && Claims.IsYesNo(sentence) && sentence.Numbers.Count == 1,
        };
        if (target && !must && !set.IsNamed && indicators.Count == 1 && AsksWho(sentence) && sentence.Cues.Any(IsOutcome))
        {
            var bases = NamedBases.Of(sentence, indicators[0], parts.Indicator!.Only);
            return draft with
            {
                Queries =
                [
                    new FilterQuery
                    {
                        Indicator = indicators[0].Code,
                        Units = set,
                        Basis = bases.Count == 1 ? bases[0] : null,
                        Period = parts.Period,
                        MeetsTarget = !Misses(sentence, explained),
                    },
                ],
            };
        }

        return draft with
        {
            Queries =
            [
                new TargetQuery
                {
                    Indicators = [.. indicators.Select(i => i.Code)],
                    Units = set,
                    Bases = indicators.Count == 1 ? NamedBases.Of(sentence, indicators[0], parts.Indicator!.Only) : [],
                    Period = parts.Period,
                },
            ],
        };
    }

    /// <summary>"so sánh A và B, chỉ tiêu X": the word only says that the name of an indicator follows.</summary>
    public static bool IsLabel(QuestionParts parts)
    {
        var sentence = parts.Sentence;
        return sentence.Has(Cue.Compare)
            && sentence.Units.Count > 1
            && sentence.Cues.FirstOrDefault(c => c.Has(Cue.Target)) is { Length: 2 } label
            && sentence.CueAt(label.Start - 1)?.Has(Cue.Versus) != true
            && sentence.SpanAt(label.End) is { } next
            && (next is CueSpan lead && lead.Has(Cue.Measure) ? sentence.SpanAt(lead.End) : next) is { } named
            && sentence.IsTouched(named, parts.Indicator?.Explained ?? 0);
    }

    // "tối thiểu bao nhiêu", "at least how much": who asks for a bound asks for the target.
    private static bool AsksBound(Sentence sentence) =>
        sentence.Numbers.Count == 0
        && sentence.Cues.Any(c =>
            (c.Has(Cue.AtLeast) || c.Has(Cue.AtMost))
            && c.Length > 1
            && (sentence.CueAt(c.End)?.Has(Cue.Ask) == true || sentence.CueAt(c.Start - 1)?.Has(Cue.Ask) == true)
        );

    private static bool AsksWho(Sentence sentence) =>
        sentence.Has(Cue.Which)
        || sentence.Has(Cue.Who)
        || sentence.Has(Cue.Plural)
        || sentence.Cues.Any(c =>
            (c.Has(Cue.Departments) || c.Has(Cue.Districts) || c.Has(Cue.AnyUnits))
            && (sentence.Has(Cue.Ask) && !c.Has(Cue.AnyUnits) || Outcome(sentence, c.End) is not null)
        );

    // "danh sách sở chưa đạt", "departments that met": the kind is told apart by what it reached.
    private static CueSpan? Outcome(Sentence sentence, int at)
    {
        var next = sentence.CueAt(at);
        next = next?.Cues.HasOnly(Cue.Function, Cue.Which, Cue.Polite, Cue.Acknowledge) == true ? sentence.CueAt(next.End) : next;
        return next is not null && (IsOutcome(next) || next.Has(Cue.Not)) ? next : null;
    }

    private static bool IsOutcome(CueSpan cue) =>
        cue.Has(Cue.Reach)
        || cue.Has(Cue.Missing)
        || cue.Has(Cue.Gap)
        || cue.Has(Cue.Below)
        || cue.Has(Cue.Above)
        || cue.Has(Cue.Issue)
        || cue.Has(Cue.Done);

    private static bool Misses(Sentence sentence, ulong explained) =>
        sentence.Has(Cue.Below, explained)
        || sentence.Has(Cue.Missing, explained)
        || sentence.Cues.Any(c => c.Has(Cue.Not) && !sentence.IsExplained(c, explained) && c != Claims.Particle(sentence));
}
