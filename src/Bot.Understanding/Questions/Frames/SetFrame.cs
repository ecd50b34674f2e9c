using Bot.Indicators;
using Bot.Indicators.Queries;
using Bot.Indicators.Readings;
using Bot.Understanding.Lexicons;
using Bot.Understanding.Numbers;
using Bot.Understanding.Periods;
using Bot.Understanding.Text;

namespace Bot.Understanding.Questions.Frames;

/// <summary>Questions over many units: those past a number, those at an end, one number over all, all side by side.</summary>
internal static class SetFrame
{
    private static readonly CueSet Sides = FigureSlots.Plain.With(
        Draft.Cues(
            Cue.Highest,
            Cue.Lowest,
            Cue.Best,
            Cue.Worst,
            Cue.Ranking,
            Cue.Ascending,
            Cue.Descending,
            Cue.Compare,
            Cue.Better,
            Cue.Who,
            Cue.Mean,
            Cue.Median
        )
    );

    public static Draft? Read(QuestionParts parts)
    {
        var sentence = parts.Sentence;
        if (parts.Indicator is not { } topic || parts.Units(parts.Period, FigureSlots.Known(parts)) is not { } units)
        {
            return null;
        }

        bool Says(Cue cue) => sentence.Has(cue, topic.Explained);
        // "on average settling time": a word of the name is none for how to put many together.
        bool IsFunction(Cue cue) =>
            sentence.Cues.Any(c =>
                c.Has(cue) && !IsOfName(sentence, topic, c.Language == Language.English ? c with { Start = c.End - 1 } : c)
            );
        if ((parts.Kind is null || parts.Kind == UnitSet.All) && units.Count == 0 && UnitKinds.MayBeMeant(sentence, topic.Explained))
        {
            return null;
        }

        var many = parts.Kind is not null || Says(Cue.Which) || Says(Cue.Who);
        var indicators = FigureSlots.Indicators(parts, units);
        var draft = new Draft
        {
            Queries = [],
            Explained = topic.Explained,
            Used = Sides.With(UsedOf(parts, indicators[0].Bases)),
            What = ClarifyWhat.Indicator,
            Asks = indicators.Count > 1,
        };
        if (many && units.Count == 0 && Claims.Of(sentence, topic.Explained, indicators[0].Indicator.Unit) is { } claim)
        {
            var used = draft.Used.With(Claims.Used);
            // "hạng trên 5" may be better than 5 or a greater number.
            var isOpen = IsPlace(indicators[0].Indicator);
            return draft with
            {
                Asks = draft.Asks || isOpen,
                UsesNumbers = true,
                Used = Claims.IsYesNo(sentence) ? used.With(CueSet.Of(Cue.Not)) : used,
                Queries = Each(i => Filter(parts, i, claim)),
            };
        }

        var end = EndOf(sentence, topic.Explained);
        // One unit has no mean: "how did Health do on average days" asks for its own figure.
        var overMany = units.Count != 1 || parts.Kind is not null && IsSeat(units[0]);
        if (
            overMany && (IsFunction(Cue.Mean) || IsFunction(Cue.Median))
            || end is not null && IsSingleValue(sentence) && !Says(Cue.Which) && units.Count == 0
        )
        {
            var function =
                IsFunction(Cue.Mean) ? AggregateFunction.Mean
                : IsFunction(Cue.Median) ? AggregateFunction.Median
                : end is Cue.Highest or Cue.Best ? AggregateFunction.Max
                : AggregateFunction.Min;
            return draft with { Queries = Each(i => Aggregate(parts, i, units, function)) };
        }

        if (
            units.Count < 2
            && (
                end is not null && (many || units.Count == 0)
                || Says(Cue.Ranking) && (many || units.Count == 1 && !IsPlace(indicators[0].Indicator))
            )
        )
        {
            var count = CountOf(sentence, topic.Explained, out var usesNumber);
            return draft with
            {
                UsesNumbers = usesNumber && end is not null,
                Queries = Each(i => Rank(parts, i, units, end, end is null ? 0 : count)),
            };
        }

        if (units.Count > 1 || units.Count == 0 && parts.Kind is not null && (Says(Cue.Compare) || !Says(Cue.Which)))
        {
            draft = TargetFrame.IsLabel(parts) ? draft with { Used = draft.Used.With(CueSet.Of(Cue.Target)) } : draft;
            return draft with
            {
                // "2 sở: Sở Y tế và Sở Nội vụ"
                UsesNumbers = Free(sentence, topic.Explained).TrueForAll(n => !n.Percent && n.Value == units.Count),
                // "cao hơn" holds the named units against each other.
                Used = units.Count > 1 ? draft.Used.With(Claims.Sides(sentence)) : draft.Used,
                Queries = Each(i => Compare(parts, i, units)),
            };
        }

        return null;

        ValueList<Query> Each(Func<(Indicator, ValueList<BasisCode>), Query> make) => [.. indicators.Take(3).Select(make)];
    }

    // "average number of minutes waited": the word is of the name only where it stands in it, or beside a word as some name has it.
    private static bool IsOfName(Sentence sentence, Topic topic, CueSpan cue) =>
        sentence.IsExplained(cue, topic.Explained)
        && (
            topic.Best.All(c => c.Full == 0)
            || topic.Best.Any(c => c.InOnePiece && sentence.IsTouched(cue, c.Full))
            || sentence.StandsInName(cue.Start - 1)
            || sentence.StandsInName(cue.End - 1)
        );

    // "bình quân các sở của thành phố": where all of the kind belong to.
    private static bool IsSeat(OrgUnit unit) => unit.Kind is OrgUnitKind.City or OrgUnitKind.Province;

    /// <summary>Whether the figure of the indicator is itself a place, so that a unit's place is its figure.</summary>
    public static bool IsPlace(Indicator indicator) => indicator.Unit == MeasureUnit.Rank;

    // "ngoài Sở Y tế, các sở khác"; "trên hồ sơ đã giải quyết", which compares with nothing and names the basis.
    private static CueSet UsedOf(QuestionParts parts, ValueList<BasisCode> bases)
    {
        var used = parts.Excluded.IsEmpty ? new CueSet() : Draft.Cues(Cue.Except, Cue.Rest);
        return bases.IsEmpty || parts.Sentence.Numbers.Any(n => n.Percent) ? used : used.With(CueSet.Of(Cue.Above));
    }

    private static FilterQuery Filter(QuestionParts parts, (Indicator Indicator, ValueList<BasisCode> Bases) what, Claim claim) =>
        new()
        {
            Indicator = what.Indicator.Code,
            Units = All(parts),
            Basis = what.Bases.Count == 1 ? what.Bases[0] : null,
            Period = parts.Period,
            Threshold = claim,
        };

    private static AggregateQuery Aggregate(
        QuestionParts parts,
        (Indicator Indicator, ValueList<BasisCode> Bases) what,
        List<OrgUnit> units,
        AggregateFunction function
    ) =>
        new()
        {
            Indicator = what.Indicator.Code,
            Units = units.Count > 1 ? UnitSet.Of([.. units.Select(u => u.Code)]) : All(parts),
            Basis = what.Bases.Count == 1 ? what.Bases[0] : null,
            Period = parts.Period,
            Function = function,
        };

    private static RankQuery Rank(
        QuestionParts parts,
        (Indicator Indicator, ValueList<BasisCode> Bases) what,
        List<OrgUnit> units,
        Cue? end,
        int count
    ) =>
        new()
        {
            Indicator = what.Indicator.Code,
            Units = units.Count == 1 && parts.Kind is null ? UnitSet.OfKind(units[0].Kind) : All(parts),
            Basis = what.Bases.Count == 1 ? what.Bases[0] : null,
            Period = parts.Period,
            End = RankEnds.Of(end, what.Indicator, c => parts.Sentence.Has(c, parts.Indicator!.Explained)),
            Count = count,
        };

    private static CompareQuery Compare(QuestionParts parts, (Indicator Indicator, ValueList<BasisCode> Bases) what, List<OrgUnit> units) =>
        new()
        {
            Indicator = what.Indicator.Code,
            Units = units.Count > 1 ? UnitSet.Of([.. units.Select(u => u.Code)]) : All(parts),
            Bases = what.Bases,
            Period = parts.Period,
        };

    private static UnitSet All(QuestionParts parts)
    {
        var set = parts.Kind ?? UnitSet.All;
        return parts.Excluded.IsEmpty
            ? set
            : set with
            {
                Except =
                [
                    .. parts.Excluded.Select(e =>
                        UnitChoice.Of(e.Units, parts.Period, parts.Sentence.Question.Today, FigureSlots.Known(parts))[^1].Code
                    ),
                ],
            };
    }

    private static Cue? EndOf(Sentence sentence, ulong explained)
    {
        // "tốp 3 ... thấp nhất": the other word says which end.
        if (sentence.Has(Cue.Lowest, explained) && sentence.Cues.All(c => !c.Has(Cue.Highest) || IsTop(sentence, c)))
        {
            return Cue.Lowest;
        }

        foreach (var cue in (ReadOnlySpan<Cue>)[Cue.Highest, Cue.Lowest, Cue.Best, Cue.Worst])
        {
            if (sentence.Has(cue, explained))
            {
                return cue;
            }
        }

        return null;
    }

    public static bool IsEnd(CueSpan cue) => cue.Has(Cue.Highest) || cue.Has(Cue.Lowest) || cue.Has(Cue.Best) || cue.Has(Cue.Worst);

    private static bool IsTop(Sentence sentence, CueSpan cue) => cue.Length == 1 && sentence.Tokens[cue.Start].Bare == "top";

    // "giá trị nhỏ nhất", "the lowest value"
    private static bool IsSingleValue(Sentence sentence) =>
        sentence.Cues.Any(c =>
            c.Has(Cue.SingleValue)
            && (
                sentence.CueAt(c.End) is { } next && (next.Has(Cue.Highest) || next.Has(Cue.Lowest))
                || sentence.CueAt(c.Start - 1) is { } before && (before.Has(Cue.Highest) || before.Has(Cue.Lowest))
            )
        ) || sentence.Tokens.Any(t => t.Word is "maximum" or "minimum");

    // The numbers that are none of the name.
    private static List<NumberMention> Free(Sentence sentence, ulong explained) =>
        [.. sentence.Numbers.Where(n => !Claims.IsExplained(sentence, n, explained))];

    private static int? Spelt(Token? token) =>
        token?.Word switch
        {
            "two" => 2,
            "three" => 3,
            "four" => 4,
            "five" => 5,
            "ten" => 10,
            _ => null,
        };

    public static int CountOf(Sentence sentence, ulong explained, out bool usesNumber)
    {
        usesNumber =
            Free(sentence, explained) is [{ Percent: false, Scale: 1, Value: >= 1 and <= 100 } only]
            && only.Value == decimal.Truncate(only.Value);
        if (usesNumber)
        {
            return (int)Free(sentence, explained)[0].Value;
        }

        foreach (var cue in sentence.Cues)
        {
            // "top three", "the two worst"
            if (IsEnd(cue) && (Spelt(sentence.Peek(cue.End)) ?? Spelt(sentence.Peek(cue.Start - 1))) is { } spelt)
            {
                return spelt;
            }

            if (
                (cue.Has(Cue.Departments) || cue.Has(Cue.Districts) || cue.Has(Cue.AnyUnits))
                && sentence.Peek(cue.Start - 1) is { Sort: TokenSort.Word } before
                && PeriodWords.Ordinal(before) > 1
            )
            {
                return PeriodWords.Ordinal(before);
            }

            if (
                cue.Language == Language.English
                && cue.Length == 1
                && (cue.Has(Cue.Departments) || cue.Has(Cue.Districts) || cue.Has(Cue.AnyUnits))
                && sentence.Tokens[cue.Start].Word.EndsWith('s')
            )
            {
                return sentence.CueAt(cue.Start - 1)?.Has(Cue.Which) == true ? 3 : 1;
            }
        }

        return 1;
    }
}
