using Bot.Indicators;
using Bot.Indicators.Catalogues;
using Bot.Indicators.Periods;
using Bot.Indicators.Queries;

namespace Bot.Tests.Understanding.Chains;

/// <summary>
/// Makes conversations of three to eight turns over a catalogue, the same for the same seed. It keeps its own account of what each turn
/// must mean: a slot that a turn names is changed, every other stays.
/// </summary>
internal sealed class ChainMaker(Catalogue catalogue, int seed)
{
    private static readonly string[] UnitsVi =
    [
        "còn {0}?",
        "thế còn {0} thì sao?",
        "{0} thì sao?",
        "còn bên {0}",
        "vậy còn {0} thì thế nào?",
    ];
    private static readonly string[] UnitsEn = ["what about {0}?", "and {0}?", "how about {0}?", "same for {0}", "now for {0}"];
    private static readonly string[] CorrectionsVi =
    [
        "à nhầm, {0}",
        "không, ý tôi là {0}",
        "ý tôi là {0}",
        "xin lỗi ý tôi là {0}",
        "tôi hỏi nhầm, {0}",
    ];
    private static readonly string[] CorrectionsEn = ["no, I meant {0}", "sorry, I meant {0}", "I mean {0}", "actually {0}", "oops, {0}"];
    private static readonly string[] OtherVi = ["{0} thì sao?", "thế còn {0}?", "còn {0} là bao nhiêu?", "cho biết {0}"];
    private static readonly string[] OtherEn = ["what about the {0}?", "and the {0}?", "how about the {0}?"];

    private readonly Random _random = new(seed);
    private readonly List<StoreQuery> _earlier = [];
    private bool _english;
    private StoreQuery _now = null!;

    public IReadOnlyList<ChainTurn> Make()
    {
        _english = _random.Next(2) == 0;
        var turns = new List<ChainTurn> { First() };
        for (var left = _random.Next(2, 8); left > 0; left--)
        {
            var turn = Next();
            turns.Add(turn with { Text = ChainNoise.Of(turn.Text, _english, _random) });
        }

        return turns;
    }

    private ChainTurn First()
    {
        var (indicator, unit, period) = (Any(catalogue.Indicators), AnyUnit(), AnyPeriod());
        _now = new ValueQuery
        {
            Indicators = [indicator.Code],
            Units = UnitSet.Of(unit.Code),
            Period = period,
        };
        var text = _english
            ? $"{Name(indicator)} of the {Name(unit)} in {Said(period)}".Replace("the the", "the", StringComparison.Ordinal)
            : $"{Name(indicator)} của {Name(unit)} {Said(period)} là bao nhiêu?";
        return new("first", text, _now);
    }

    private ChainTurn Next()
    {
        while (true)
        {
            if (
                _random.Next(14) switch
                {
                    0 or 1 => Unit(),
                    2 => Correction(),
                    3 or 4 => Time(),
                    5 => YearEarlier(),
                    6 or 7 => Other(),
                    8 => Basis(),
                    9 => ThoseTwo(),
                    10 => End(),
                    11 => Kind(),
                    12 => Shape(),
                    _ => Turning(),
                } is
                { } turn
            )
            {
                return turn;
            }
        }
    }

    private ChainTurn? Unit()
    {
        var unit = AnyUnit();
        return unit.Code == ChainSlots.Unit(_now)
            ? null
            : Then("unit", Say(UnitsVi, UnitsEn, Name(unit)), ChainSlots.WithUnit(_now, unit.Code));
    }

    private ChainTurn? Correction()
    {
        var unit = AnyUnit();
        if (ChainSlots.Unit(_now) is not { } wrong || unit.Code == wrong)
        {
            return null;
        }

        var denies = _random.Next(3) == 0;
        var text =
            !denies ? Say(CorrectionsVi, CorrectionsEn, Name(unit))
            : _english ? $"not {Name(catalogue[wrong])}, {Name(unit)}"
            : $"không phải {Name(catalogue[wrong])} mà là {Name(unit)}";
        return Then(denies ? "denial" : "correction", text, ChainSlots.WithUnit(_now, unit.Code));
    }

    private ChainTurn? Time()
    {
        var period = AnyPeriod();
        if (_now is TrendQuery || period == ChainSlots.Period(_now))
        {
            return null;
        }

        var text = _english
            ? Any<string>(["what about {0}?", "in {0}?", "{0}?", "and in {0}?"])
            : Any<string>(["{0} thì sao?", "còn {0}?", "{0}?", "thế {0} bao nhiêu?"]);
        var said = Said(period);
        if (
            ChainSlots.Period(_now) is { } before
            && before.EndYear == period.EndYear
            && period.Kind == PeriodKind.Quarter
            && _random.Next(2) == 0
        )
        {
            said = _english ? $"Q{period.Number}" : $"quý {period.Number}";
        }

        return Then("period", string.Format(null, text, said), ChainSlots.WithPeriod(_now, period));
    }

    private ChainTurn? YearEarlier() =>
        _now is ValueQuery { Period: { } period }
            ? Then(
                "year earlier",
                _english
                    ? Any<string>(["and a year earlier?", "what about a year earlier?"])
                    : Any<string>(["cùng kỳ năm trước thì sao?", "còn cùng kỳ năm trước?"]),
                ChainSlots.WithPeriod(_now, period.YearEarlier())
            )
            : null;

    private ChainTurn? Other()
    {
        var indicator = Any(catalogue.Indicators);
        return indicator.Code == ChainSlots.Indicator(_now)
            ? null
            : Then("indicator", Say(OtherVi, OtherEn, Name(indicator)), ChainSlots.WithIndicator(_now, indicator.Code));
    }

    private ChainTurn? Basis()
    {
        var indicator = catalogue[ChainSlots.Indicator(_now)];
        if (indicator.Bases.Count < 2)
        {
            return null;
        }

        var basis = Any(indicator.Bases);
        return ChainSlots.Bases(_now).Contains(basis.Code)
            ? null
            : Then(
                "basis",
                _english ? $"only against {basis.Names.English}" : $"chỉ tính trên {basis.Names.Vietnamese} thì sao?",
                ChainSlots.WithBasis(_now, basis.Code)
            );
    }

    private ChainTurn? ThoseTwo()
    {
        if (_now is CompareQuery { Units.Units: [var one, var two] } && _random.Next(2) == 0)
        {
            var second = _random.Next(2) == 0;
            var text = second ? (_english ? "the second one" : "cái thứ hai") : (_english ? "the first one" : "cái thứ nhất");
            return Then("place", text, ChainSlots.WithUnit(_now, second ? two : one));
        }

        return
            _now is ValueQuery
            && ChainSlots.Unit(_now) is { } last
            && _earlier is [ValueQuery { Units.Only: { } before }, ..]
            && before != last
            ? Then(
                "those two",
                _english
                    ? Any<string>(["compare those two", "compare these two units"])
                    : Any<string>(["so sánh hai đơn vị đó", "so sánh hai đơn vị này với nhau"]),
                ChainSlots.WithUnits(_now, UnitSet.Of(before, last))
            )
            : null;
    }

    private ChainTurn? End()
    {
        if (_now is TrendQuery or CompareQuery { Units.IsNamed: true } or TargetQuery)
        {
            return null;
        }

        var lowest = _random.Next(2) == 0;
        var among = _now switch
        {
            RankQuery q => q.Units,
            CompareQuery q => q.Units,
            _ => UnitSet.All,
        };
        var text = _english ? $"which unit is {(lowest ? "lowest" : "highest")}?" : $"đơn vị nào {(lowest ? "thấp" : "cao")} nhất?";
        return Then("end", text, ChainSlots.Rank(_now, among, lowest ? RankEnd.Lowest : RankEnd.Highest, 1));
    }

    private ChainTurn? Kind()
    {
        var districts = _random.Next(2) == 0;
        var set = UnitSet.OfKind(districts ? OrgUnitKind.District : OrgUnitKind.Department);
        var text =
            _english ? $"what about the {(districts ? "districts" : "departments")}?"
            : districts ? "còn các quận huyện?"
            : "còn các sở thì sao?";
        return _now is TrendQuery ? null : Then("kind", text, ChainSlots.WithUnits(_now, set));
    }

    private ChainTurn? Shape()
    {
        if (_now is not ValueQuery value || value.Units.Only is not { } unit)
        {
            return null;
        }

        return _random.Next(2) == 0
            ? Then(
                "target",
                _english ? "how does that compare with the target?" : "so với chỉ tiêu thì sao?",
                ChainSlots.Target(_now, value.Units)
            )
            : Then(
                "trend",
                _english ? "what is the trend?" : "xu hướng thế nào?",
                new TrendQuery
                {
                    Indicator = value.Indicators[0],
                    Unit = unit,
                    Bases = value.Bases,
                }
            );
    }

    private ChainTurn? Turning()
    {
        switch (_random.Next(4))
        {
            case 0 when _earlier is [var back, ..]:
                return Then("back", _english ? "back to the previous question" : "quay lại câu trước", back);
            case 1:
                return new("source", _english ? "where does this come from?" : "nguồn?", new ProvenanceQuery { Of = _now });
            case 2:
                return new("thanks", _english ? "thank you" : "cảm ơn", new SmallTalkQuery { Sort = SmallTalkKind.Thanks });
            case 3 when _earlier.Select(ChainSlots.Indicator).FirstOrDefault(i => i != ChainSlots.Indicator(_now)) is { } earlier:
                return Then(
                    "earlier indicator",
                    _english ? "what about the earlier indicator?" : "còn chỉ số lúc nãy thì sao?",
                    ChainSlots.WithIndicator(_now, earlier)
                );
            default:
                return null;
        }
    }

    private ChainTurn Then(string step, string text, StoreQuery next)
    {
        if (next != _now)
        {
            _earlier.RemoveAll(e => e == _now || e == next);
            _earlier.Insert(0, _now);
            _earlier.RemoveRange(Math.Min(3, _earlier.Count), Math.Max(0, _earlier.Count - 3));
            _now = next;
        }

        return new(step, text, next);
    }

    private string Say(string[] vietnamese, string[] english, string name) =>
        string.Format(null, Any<string>(_english ? english : vietnamese), name).Replace("the the", "the", StringComparison.Ordinal);

    private OrgUnit AnyUnit() => Any([.. catalogue.Units.Where(u => u.Kind is OrgUnitKind.Department or OrgUnitKind.District)]);

    private Period AnyPeriod() =>
        _random.Next(4) == 0 ? Period.Year(_random.Next(2021, 2024)) : Period.Quarter(_random.Next(2021, 2024), _random.Next(1, 5));

    private string Said(Period period) =>
        (_english, period.Kind) switch
        {
            (true, PeriodKind.Year) => period.ToString(),
            (true, _) => $"Q{period.Number} {period.EndYear}",
            (false, PeriodKind.Year) => $"năm {period}",
            _ => Any<string>([
                $"quý {period.Number}/{period.EndYear}",
                $"quý {new[] { "I", "II", "III", "IV" }[period.Number - 1]} năm {period.EndYear}",
                $"Q{period.Number}/{period.EndYear}",
            ]),
        };

    private string Name(OrgUnit unit) =>
        _english ? (unit.Kind == OrgUnitKind.Department ? "the " : "") + unit.Names.English
        : unit.Names.Aliases.Count > 0 && _random.Next(3) == 0 ? unit.Names.Aliases[0]
        : unit.Names.Vietnamese;

    private string Name(Indicator indicator) =>
        _english ? indicator.Names.English
        : indicator.Names.Aliases.Count > 0 && _random.Next(3) == 0 ? indicator.Names.Aliases[0]
        : indicator.Names.Vietnamese;

    private T Any<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];
}
