using Bot.Indicators;
using Bot.Indicators.Periods;
using Bot.Indicators.Queries;
using Bot.Indicators.Readings;
using Bot.Understanding.Lexicons;
using Bot.Understanding.Periods;

namespace Bot.Understanding.Questions.Frames;

/// <summary>How a figure changed between two periods, or went over many.</summary>
internal static class TimeFrame
{
    private static readonly CueSet Used = FigureSlots.Plain.With(
        Draft.Cues(Cue.Change, Cue.Trend, Cue.YearEarlier, Cue.PeriodEarlier, Cue.Compare, Cue.Versus, Cue.Better, Cue.Truth)
    );

    public static Draft? Read(QuestionParts parts)
    {
        var sentence = parts.Sentence;
        if (parts.Indicator is not { } topic || parts.Units(Last(sentence), FigureSlots.Known(parts)) is not { } units)
        {
            return null;
        }

        bool Says(Cue cue) => sentence.Has(cue, topic.Explained);
        var range = sentence.Periods.FirstOrDefault(p => p.To is not null);
        var isStep =
            range is { To: { } end }
            && (
                AsksHowMuch(sentence)
                || Says(Cue.Change) && !Says(Cue.Trend) && !IsStretch(sentence, range) && end.Previous() == range.Period
            );
        var isTrend = !isStep && (range is { Between: false } || Says(Cue.Trend) && sentence.Periods.Count < 2 && !Says(Cue.YearEarlier));
        // "chênh lệch giữa hai sở" is between units, where no second time is named.
        var isBetweenUnits = units.Count > 1 && sentence.Periods.Count < 2;
        var isChange =
            sentence.Cues.Any(c =>
                c.Has(Cue.Change) && !(isBetweenUnits && c.Has(Cue.Better)) && !sentence.IsExplainedButForGrammar(c, topic.Explained)
            )
            || Says(Cue.YearEarlier)
            || Says(Cue.PeriodEarlier)
            || range is { Between: true }
            || isStep
            || sentence.Periods.Count == 2 && (Says(Cue.Versus) || Says(Cue.Compare) || units.Count == 1);
        if (!isTrend && !isChange || units.Count == 0 && parts.Kind is null)
        {
            return null;
        }

        var indicators = FigureSlots.Indicators(parts, units);
        var draft = new Draft
        {
            Queries = [],
            Explained = topic.Explained,
            Used = Used.With(Claims.Sides(sentence)),
            What = ClarifyWhat.Indicator,
            Asks = indicators.Count > 1,
        };
        if (isTrend && units.Count > 0)
        {
            return draft with
            {
                Asks = draft.Asks || units.Count > 1,
                What = units.Count > 1 ? ClarifyWhat.Unit : draft.What,
                Queries = [.. units.SelectMany(u => indicators.Select(i => (Query)Trend(i, u, range, sentence))).Take(3)],
            };
        }

        var set = units.Count > 0 ? UnitSet.Of([.. units.Select(u => u.Code)]) : parts.Kind!;
        return sentence.Periods.Count > 2
            ? null
            : draft with
            {
                Queries = [.. indicators.Take(3).Select(i => Change(i, set, range, sentence))],
            };
    }

    private static Period? Last(Sentence sentence) => sentence.Periods.Count == 0 ? null : sentence.Periods.Max(p => p.To ?? p.Period);

    private static TrendQuery Trend(
        (Indicator Indicator, ValueList<BasisCode> Bases) what,
        OrgUnit unit,
        PeriodMention? range,
        Sentence sentence
    )
    {
        var year = range is null && sentence.Periods.Count == 1 ? sentence.Periods[0].Period : null;
        return new()
        {
            Indicator = what.Indicator.Code,
            Unit = unit.Code,
            Bases = what.Bases,
            From = range?.Period ?? year,
            To = range?.To ?? year,
        };
    }

    private static ChangeQuery Change(
        (Indicator Indicator, ValueList<BasisCode> Bases) what,
        UnitSet units,
        PeriodMention? range,
        Sentence sentence
    )
    {
        var (from, to) = (range?.Period, range?.To);
        if (range is null && sentence.Periods.Count == 2)
        {
            var (first, second) = (sentence.Periods[0], sentence.Periods[1]);
            var (one, two) = (first.Period, second.Period);
            if (first.YearGuessed != second.YearGuessed)
            {
                one = first.YearGuessed ? PeriodGrammar.WithYear(one, two.EndYear) : one;
                two = second.YearGuessed ? PeriodGrammar.WithYear(two, one.EndYear) : two;
            }

            (from, to) = one.CompareTo(two) <= 0 ? (one, two) : (two, one);
        }
        else if (range is null && sentence.Periods.Count == 1)
        {
            to = sentence.Periods[0].Period;
        }

        return new()
        {
            Indicator = what.Indicator.Code,
            Units = units,
            Bases = what.Bases,
            From = from,
            To = to,
            Against = sentence.Has(Cue.YearEarlier) ? ChangeAgainst.YearEarlier : ChangeAgainst.Previous,
        };
    }

    // "by how much did it move from … to …", "lên hay xuống": the ends, and not the way between.
    private static bool AsksHowMuch(Sentence sentence) =>
        sentence.Cues.Any(c =>
            c.Has(Cue.Change)
            && c.Length > 1
            && (
                sentence.Tokens[c.End - 1].Plain is "much" or "nhieu" or "may" or "points"
                || sentence.Tokens[c.Start..c.End].Any(t => t.Word is "or" || PeriodWords.Is(t, "hay", "hay"))
            )
        );

    // "trong giai đoạn quý I đến quý II": the way between, and not the step alone.
    private static bool IsStretch(Sentence sentence, PeriodMention range) =>
        !range.Between
        && Enumerable.Range(0, sentence.Tokens.Length).Any(at => PeriodWords.Count(sentence.Tokens, at, TimePhrase.Stretch) > 0);
}
