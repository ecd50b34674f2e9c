using System.Globalization;
using Bot.Indicators;
using Bot.Indicators.Periods;
using Bot.Indicators.Queries;
using Bot.Understanding.Dialogues;
using Bot.Understanding.Lexicons;
using Bot.Understanding.Periods;
using Bot.Understanding.Questions;

namespace Bot.Understanding.LanguageModel;

/// <summary>
/// Holds the slots of the model's queries against the question, each sort by its own measure: units, times, numbers and comparisons must
/// follow from the words by the lexicon and the grammars, and all of the question's must be used. A measure may be paraphrased, but not
/// with words that name another one.
/// </summary>
internal sealed class SlotCheck(QuestionParts parts, List<PlacedSpan[]> spans)
{
    private readonly Sentence _sentence = parts.Sentence;
    private readonly Subject? _spoken = parts.Sentence.Before.LastQuery is { } last ? Subject.Of(last) : null;

    /// <summary>Whether every slot of every part follows, and nothing that could change the answer was passed over.</summary>
    public bool Holds(ModelPlan plan)
    {
        for (var i = 0; i < plan.Parts.Count; i++)
        {
            var part = plan.Parts[i];
            if (!part.Slots.All(slot => Follows(slot, part, spans[i])) || !IsAsKnownOn(part) || !IsWithoutExcluded(part) || !IsOfKind(part))
            {
                return false;
            }
        }

        return AreUnitsUsed(plan) && AreTimesUsed(plan) && AreNumbersUsed(plan) && AreTopicsUsed(plan) && AreTurnsNamed();
    }

    private bool Follows(ModelSlot slot, ModelQuery part, PlacedSpan[] named) =>
        slot.Of.Sort switch
        {
            SlotSort.Unit or SlotSort.UnitSet => slot.Values.All(code => IsUnitNamed(code, slot.Of.Name, named)),
            SlotSort.Indicator => slot.Values.All(code => IsTopic(TopicSort.Indicator, code, slot.Of.Name, named)),
            SlotSort.ObligationType => slot.Values.All(code => IsTopic(TopicSort.ObligationType, code, slot.Of.Name, named)),
            SlotSort.Project => slot.Values.All(code => IsTopic(TopicSort.Project, code, slot.Of.Name, named)),
            SlotSort.Basis => IsBasis(slot, part),
            SlotSort.Period => slot.Values.All(IsPeriodNamed),
            SlotSort.Day => slot.Of.Name == "known" || slot.Values.All(IsDayNamed),
            SlotSort.Number => slot.Values.All(IsCountNamed),
            SlotSort.Claim => ClaimOf(part.Query) is { } claim && IsClaimed(claim, part.Query),
            SlotSort.Words => slot.Values.All(words => _sentence.Question.Text.Contains(words, StringComparison.OrdinalIgnoreCase)),
            SlotSort.Inspection => slot.Values.All(IsInspectionOfTime),
            SlotSort.Choice or SlotSort.Area => true,
            _ => false,
        };

    // In the words that the model names; where no unit is named at all, the one that is spoken of.
    private bool IsUnitNamed(string code, string slot, PlacedSpan[] named) =>
        _sentence
            .Units.Concat(_sentence.Weak)
            .Any(span => span.Units.Any(u => u.Code.Value == code) && named.Any(n => n.Slot == slot && n.Covers(span)))
        || _sentence.Units.Count == 0 && _spoken?.Units?.Units.Any(u => u.Value == code) == true;

    // The words must not name something else; that they name this need not follow.
    private bool IsTopic(TopicSort sort, string code, string slot, PlacedSpan[] named)
    {
        var own = _sentence.Covers.FirstOrDefault(c => c.Topic.Sort == sort && CodeOf(c) == code)?.Full ?? 0;
        return named
            .Where(n => n.Slot == slot)
            .All(n => _sentence.Covers.TrueForAll(c => c.Full == 0 || (own & c.Full) == c.Full || !IsWithin(c.Full, n)));
    }

    private bool IsWithin(ulong terms, PlacedSpan words)
    {
        for (var i = 0; i < _sentence.Content.Count && i < 64; i++)
        {
            if ((terms >> i & 1) != 0 && !words.Covers(_sentence.Content[i].Token))
            {
                return false;
            }
        }

        return true;
    }

    private string CodeOf(TopicCover cover) =>
        cover.Topic.Sort switch
        {
            TopicSort.Indicator => _sentence.Catalogue.Indicators[cover.Topic.Index].Code.Value,
            TopicSort.ObligationType => _sentence.Catalogue.ObligationTypes[cover.Topic.Index].Code.Value,
            _ => _sentence.Catalogue.Projects[cover.Topic.Index].Code.Value,
        };

    // A basis that is named stands; one that is not must not come from nowhere.
    private bool IsBasis(ModelSlot slot, ModelQuery part) =>
        Subject.Of(part.Query).Indicators is [var code]
        && NamedBasesOf(code) is { IsEmpty: false } bases
        && bases.Select(b => b.Value).Order(StringComparer.Ordinal).SequenceEqual(slot.Values.Order(StringComparer.Ordinal));

    private ValueList<BasisCode> NamedBasesOf(IndicatorCode code) =>
        NamedBases.Of(
            _sentence,
            _sentence.Catalogue[code],
            _sentence.Covers.FirstOrDefault(c => c.Topic.Sort == TopicSort.Indicator && CodeOf(c) == code.Value)
        );

    private bool IsPeriodNamed(string text) =>
        Period.TryParse(text, out var period)
        && (
            _sentence.Periods.Any(mention => TimesOf(mention).Contains(period)) || _sentence.Periods.Count == 0 && _spoken?.Period == period
        );

    private bool IsDayNamed(string text) =>
        Period.TryParse(text, out var day) && _sentence.Periods.Any(m => TimesOf(m).Any(p => p.First == day.First || p.Last == day.First));

    private static IEnumerable<Period> TimesOf(PeriodMention mention)
    {
        yield return mention.Period;
        yield return InspectionDays.Span(mention);
        if (mention.To is { } to)
        {
            yield return to;
        }
    }

    private bool IsCountNamed(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
        && (_sentence.Numbers.Any(n => n.Value == count && !n.Percent) || _sentence.Tokens.Any(t => PeriodWords.Ordinal(t) == count));

    private static Claim? ClaimOf(StoreQuery query) =>
        query switch
        {
            ValueQuery q => q.Claim,
            FilterQuery q => q.Threshold,
            _ => null,
        };

    private bool IsClaimed(Claim claim, StoreQuery query) =>
        Subject.Of(query).Indicators is [var code, ..]
        && _sentence.Numbers.Any(number =>
            Claims.In(_sentence.Catalogue[code].Unit, number) == claim.Value
            && Claims.Comparator(_sentence, number, parts.Explained) == claim.Comparator
        );

    private bool IsInspectionOfTime(string code) =>
        _sentence.Periods.Count == 0
        || _sentence.Catalogue.Inspection(code) is { } inspection
            && _sentence.Periods.Any(m => TimesOf(m).Any(p => p.First <= inspection.Date && inspection.Date <= p.Last));

    private bool IsAsKnownOn(ModelQuery part) =>
        (part.Query as FigureQuery)?.KnownOn == _sentence.KnownOn && (_sentence.KnownOn is null || part.Query is FigureQuery);

    // Who is left out is left out of every part, and nobody else.
    private bool IsWithoutExcluded(ModelQuery part)
    {
        var asked = Subject.Of(part.Query).Units;
        var excluded = parts.Excluded.SelectMany(span => span.Units).Select(u => u.Code).ToHashSet();
        return excluded.Count == 0
            ? asked is null || asked.Except.IsEmpty
            : asked is not null
                && asked.Except.All(excluded.Contains)
                && parts.Excluded.All(span => span.Units.Any(u => asked.Except.Contains(u.Code)));
    }

    // "các quận" are no departments.
    private bool IsOfKind(ModelQuery part) =>
        Subject.Of(part.Query).Units is not { } asked
        || parts.Kind is not { Kind: { } kind }
        || asked.Kind is null && (asked.IsNamed || asked.Under is not null)
        || asked.Kind == kind;

    // A unit that is named is asked about in some part; the seat of a department ("Sở Y tế TP Cần Thơ") is part of its name.
    private bool AreUnitsUsed(ModelPlan plan)
    {
        var asked = plan
            .Parts.SelectMany(p => p.Slots)
            .Where(s => s.Of.Sort is SlotSort.Unit or SlotSort.UnitSet)
            .SelectMany(s => s.Values)
            .ToHashSet(StringComparer.Ordinal);
        var named = parts.Units(parts.Period, static _ => true);
        return named is not null
            ? named.TrueForAll(u => asked.Contains(u.Code.Value) || IsAsked(u))
            : _sentence.Units.Where(span => !parts.Excluded.Contains(span)).All(span => span.Units.Any(IsAsked));

        bool IsAsked(OrgUnit unit) =>
            asked.Contains(unit.Code.Value)
            || _sentence.Units.Any(span => span.Units.Contains(unit) && span.Units.Any(u => asked.Contains(u.Code.Value)));
    }

    // One part alone carries every time; of several each time stands in some part.
    private bool AreTimesUsed(ModelPlan plan)
    {
        List<Period> asked =
        [
            .. plan
                .Parts.SelectMany(p => p.Slots)
                .Where(s => s.Of.Sort is SlotSort.Period or SlotSort.Day)
                .SelectMany(s => s.Values)
                .Select(text => Period.TryParse(text, out var period) ? period : null)
                .OfType<Period>(),
        ];
        return UnknownTimes.Find(_sentence) is null
            && _sentence.Periods.All(m =>
                TimesOf(m).Any(p => asked.Contains(p) || asked.Exists(day => day.First == p.First || day.Last == p.Last))
            )
            && (
                _sentence.Periods.Count != 1
                || plan.Parts.All(p =>
                    p.Slots.Any(s => s.Of.Sort is SlotSort.Period or SlotSort.Day)
                    || !QuerySchema.Shapes.First(shape => shape.Kind == p.Query.Kind).Slots.Any(s => s.Sort == SlotSort.Period)
                )
            );
    }

    private bool AreNumbersUsed(ModelPlan plan)
    {
        List<ModelSlot> asked = [.. plan.Parts.SelectMany(p => p.Slots).Where(s => s.Of.Sort is SlotSort.Number or SlotSort.Claim)];
        return _sentence
            .Numbers.Where(n => !Claims.IsExplained(_sentence, n, parts.Explained))
            .All(number =>
                asked.Exists(s => s.Of.Sort == SlotSort.Number && s.Values.Contains(number.Value.ToString(CultureInfo.InvariantCulture)))
                || plan.Parts.Any(p => ClaimOf(p.Query) is { } claim && IsClaimed(claim, p.Query))
            );
    }

    // A measure, plan or project that is named in full is asked about in some part, or one that the same words name.
    private bool AreTopicsUsed(ModelPlan plan)
    {
        var asked = plan
            .Parts.SelectMany(p => p.Slots)
            .Where(s => s.Of.Sort is SlotSort.Indicator or SlotSort.ObligationType or SlotSort.Project)
            .SelectMany(s => s.Values)
            .ToHashSet(StringComparer.Ordinal);
        var full = _sentence.Covers.FindAll(c => c.Full != 0 && c.InOnePiece);
        return full.TrueForAll(cover =>
            full.Exists(c => (c.Full & cover.Full) == cover.Full && asked.Contains(CodeOf(c))) || IsPartOfAsked(cover)
        );

        bool IsPartOfAsked(TopicCover cover) =>
            _sentence.Covers.Exists(c => asked.Contains(CodeOf(c)) && (c.All & cover.Full) == cover.Full);
    }

    // Negations, exclusions and comparisons turn an answer around: each stands in words that the model says it used.
    private bool AreTurnsNamed() =>
        _sentence
            .Cues.Where(cue =>
                Residue.Blocking(cue) is not null && cue != Claims.Particle(_sentence) && !_sentence.IsTouched(cue, parts.Explained)
            )
            .All(cue => spans.Exists(part => Array.Exists(part, span => span.Covers(cue))));
}
