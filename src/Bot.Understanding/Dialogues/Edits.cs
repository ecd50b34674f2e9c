using Bot.Indicators;
using Bot.Indicators.Periods;
using Bot.Indicators.Queries;
using Bot.Indicators.Readings;
using Bot.Understanding.Lexicons;
using Bot.Understanding.Periods;
using Bot.Understanding.Questions;

namespace Bot.Understanding.Dialogues;

/// <summary>The last query with the slots that a fragment names put in.</summary>
internal sealed class Edits
{
    private readonly QuestionParts _parts;
    private readonly StoreQuery _last;
    private readonly List<OrgUnit> _units;
    private readonly Period? _period;
    private readonly List<InheritedSlot> _kept = [];
    private ulong _explained;

    private Edits(QuestionParts parts, StoreQuery last, List<OrgUnit> units)
    {
        (_parts, _last, _units) = (parts, last, units);
        _period = PeriodOf(parts.Sentence, last);
    }

    /// <summary>The edited query; null where the fragment names no slot of it.</summary>
    public static Draft? Of(QuestionParts parts, StoreQuery last)
    {
        var sentence = parts.Sentence;
        var period = PeriodOf(sentence, last) ?? PeriodIn(last);
        if (parts.Units(period, u => Knows(sentence, last, u)) is not { } units)
        {
            return null;
        }

        var edits = new Edits(parts, last, units);
        var query = edits.Edited();
        return query is null || query == last && !sentence.Has(Cue.Newest)
            ? null
            : new Draft
            {
                Queries = [query],
                Explained = edits._explained,
                Inherited = [.. edits._kept.Distinct()],
                Used = FigureShapes.Used,
            };
    }

    private StoreQuery? Edited() =>
        _last switch
        {
            ValueQuery q => Value(q.Indicators, q.Units, q.Bases, q.Period),
            CompareQuery q => Value([q.Indicator], q.Units, q.Bases, q.Period),
            TargetQuery { Indicators.Count: > 0 } q => Target(q),
            ObligationsQuery q => Obligations(q),
            FindingsQuery q => q with { Units = Units(q.Units), Period = Period(q.Period), Polarity = PolarityOf(q) },
            RankQuery q => q with
            {
                Units = Set(q.Units),
                Period = Period(q.Period),
                Indicator = Indicator(q.Indicator),
                Basis = KeepsBasis(q.Indicator) ? OneBasis(q.Indicator, q.Basis) : null,
                End = EndOf(q.End),
            },
            FilterQuery q => q with
            {
                Units = Set(q.Units),
                Period = Period(q.Period),
                Indicator = Indicator(q.Indicator),
                Basis = KeepsBasis(q.Indicator) ? OneBasis(q.Indicator, q.Basis) : null,
            },
            AggregateQuery q => q with { Units = Set(q.Units), Period = Period(q.Period), Indicator = Indicator(q.Indicator) },
            ChangeQuery q => q with
            {
                Units = Units(q.Units),
                Indicator = Indicator(q.Indicator),
                To = _period ?? q.To,
                From = _period is null ? q.From : null,
            },
            TrendQuery q => q with { Unit = _units.Count == 1 ? _units[0].Code : q.Unit, Indicator = Indicator(q.Indicator) },
            ProfileQuery => _units.Count == 1 ? new ProfileQuery { Unit = _units[0].Code } : null,
            ProjectsQuery q => _units.Count > 0 ? q with { Units = Units(q.Units), Project = null } : null,
            CoverageQuery q => q with { Units = Units(q.Units), Period = Period(q.Period) },
            InspectionQuery q => q with { Units = Units(q.Units), Period = Period(q.Period) },
            DefineQuery => _parts.Indicator is { Only: { } only } topic && Explain(topic)
                ? new DefineQuery { Indicator = _parts.Sentence.Catalogue.Indicators[only.Topic.Index].Code }
                : null,
            _ => null,
        };

    private StoreQuery Value(ValueList<IndicatorCode> indicators, UnitSet units, ValueList<BasisCode> bases, Period? period)
    {
        var now = Indicator(indicators[0]);
        var named = Bases(now);
        if (named.IsEmpty && now == indicators[0] && !bases.IsEmpty)
        {
            _kept.Add(InheritedSlot.Basis);
            named = bases;
        }

        var slots = new ValueQuery
        {
            Indicators = now == indicators[0] ? indicators : [now],
            Units = Units(units),
            Bases = named,
            Period = Period(period),
        };
        return FigureShapes.Of(_parts, slots, period);
    }

    private TargetQuery Target(TargetQuery q) =>
        q with
        {
            Indicators = [Indicator(q.Indicators[0])],
            Units = Units(q.Units),
            Period = Period(q.Period),
            Bases = [],
        };

    private ObligationsQuery Obligations(ObligationsQuery q)
    {
        var types = q.Types;
        if (_parts.Plan is { } plan && (plan.Best[0].Full != 0 || plan.LeftOver == 0) && Explain(plan))
        {
            types = [.. plan.Best.Take(1).Select(c => _parts.Sentence.Catalogue.ObligationTypes[c.Topic.Index].Code)];
        }
        else if (!types.IsEmpty)
        {
            _kept.Add(InheritedSlot.ObligationType);
        }

        var units = Units(q.Units);
        var aspect = q.Aspect;
        if (_parts.Sentence.Has(Cue.DocumentNumber))
        {
            aspect = ObligationAspect.Document;
        }
        else if (_parts.Sentence.Has(Cue.Deadline))
        {
            aspect = ObligationAspect.Deadline;
        }

        _kept.Add(InheritedSlot.Kind);
        return q with { Units = units, Types = types, Period = Period(q.Period), Aspect = aspect };
    }

    private Polarity? PolarityOf(FindingsQuery q)
    {
        _kept.Add(InheritedSlot.Kind);
        return _parts.Sentence.Has(Cue.Achievement) ? Indicators.Polarity.Achievement
            : _parts.Sentence.Has(Cue.Limitation) ? Indicators.Polarity.Limitation
            : _parts.Sentence.Has(Cue.Recommendation) ? Indicators.Polarity.Recommendation
            : q.Polarity;
    }

    private RankEnd EndOf(RankEnd end) =>
        _parts.Sentence.Has(Cue.Lowest) ? RankEnd.Lowest
        : _parts.Sentence.Has(Cue.Highest) ? RankEnd.Highest
        : end;

    private UnitSet Units(UnitSet before)
    {
        if (_units.Count > 0)
        {
            return UnitSet.Of([.. _units.Select(u => u.Code)]);
        }

        if (_parts.Kind is { } kind && kind != UnitSet.All)
        {
            return kind;
        }

        _kept.Add(InheritedSlot.Units);
        return before;
    }

    private UnitSet Set(UnitSet before) => _parts.Kind is { } kind ? kind : Units(before);

    private Period? Period(Period? before)
    {
        if (_period is not null || _parts.Sentence.Has(Cue.Newest))
        {
            return _period;
        }

        if (before is not null)
        {
            _kept.Add(InheritedSlot.Period);
        }

        return before;
    }

    private IndicatorCode Indicator(IndicatorCode before)
    {
        if (
            _parts.Indicator is { Only: { } only } topic
            && !IsBasisOf(before, topic)
            && (only.Full != 0 || topic.LeftOver == 0 && only.Own != 0)
            && Explain(topic)
        )
        {
            return _parts.Sentence.Catalogue.Indicators[only.Topic.Index].Code;
        }

        _kept.Add(InheritedSlot.Indicator);
        return before;
    }

    private bool KeepsBasis(IndicatorCode before) => Indicator(before) == before;

    private BasisCode? OneBasis(IndicatorCode indicator, BasisCode? before) => Bases(indicator) is { Count: 1 } named ? named[0] : before;

    // Words that a basis of the last indicator explains as well as another indicator's name does mean the basis.
    private bool IsBasisOf(IndicatorCode before, Topic topic) =>
        Cover(before) is { Bases: not null } cover && (topic.Explained & ~_parts.Sentence.GrammarTerms & ~BasisMask(cover)) == 0;

    private static ulong BasisMask(TopicCover cover) => cover.Bases!.Values.Aggregate(0UL, (mask, b) => mask | b.Any);

    private ValueList<BasisCode> Bases(IndicatorCode indicator)
    {
        if (Cover(indicator) is not { } cover)
        {
            return [];
        }

        var named = NamedBases.Of(_parts.Sentence, _parts.Sentence.Catalogue[indicator], cover);
        if (!named.IsEmpty)
        {
            _explained |= cover.All;
        }

        return named;
    }

    private TopicCover? Cover(IndicatorCode code) =>
        _parts.Sentence.Covers.Find(c =>
            c.Topic.Sort == TopicSort.Indicator && _parts.Sentence.Catalogue.Indicators[c.Topic.Index].Code == code
        );

    private bool Explain(Topic topic)
    {
        _explained |= topic.Explained;
        return true;
    }

    private static bool Knows(Sentence sentence, StoreQuery last, OrgUnit unit) =>
        last switch
        {
            ValueQuery q => sentence.Catalogue.HasFigures(unit.Code, q.Indicators[0]),
            _ => Knowledge.Of(sentence.Catalogue, unit),
        };

    private static Period? PeriodOf(Sentence sentence, StoreQuery last)
    {
        var before = PeriodIn(last);
        if (sentence.Periods.Count > 0)
        {
            var mention = sentence.Periods[0];
            return mention.YearGuessed && before is not null ? PeriodGrammar.WithYear(mention.Period, before.EndYear)
                // "năm ngoái" after a quarter means the same quarter of that year.
                : mention.Period.Kind == PeriodKind.Year
                && before is { Kind: PeriodKind.Quarter or PeriodKind.Half or PeriodKind.Month }
                && IsRelative(sentence, mention)
                    ? PeriodGrammar.WithYear(before, before.EndYear - 1)
                : mention.Period;
        }

        return sentence.Has(Cue.YearEarlier) ? before?.YearEarlier()
            : sentence.Has(Cue.PeriodEarlier) ? before?.Previous()
            : null;
    }

    private static bool IsRelative(Sentence sentence, PeriodMention mention) =>
        !sentence.Tokens[mention.Start..mention.End].Any(t => PeriodWords.Year(t) > 0)
        && mention.Period.First.Year == sentence.Question.Today.Year - 1;

    private static Period? PeriodIn(StoreQuery query) =>
        query switch
        {
            ValueQuery q => q.Period,
            CompareQuery q => q.Period,
            RankQuery q => q.Period,
            FilterQuery q => q.Period,
            AggregateQuery q => q.Period,
            TargetQuery q => q.Period,
            ObligationsQuery q => q.Period,
            FindingsQuery q => q.Period,
            ChangeQuery q => q.To,
            CoverageQuery q => q.Period,
            _ => null,
        };
}
