using Bot.Indicators;
using Bot.Indicators.Periods;
using Bot.Indicators.Queries;
using Bot.Indicators.Readings;
using Bot.Understanding.Dialogues;
using Bot.Understanding.Questions;
using FsCheck.Xunit;

namespace Bot.Tests.Understanding.Chains;

/// <summary>A follow-up never changes a slot that it does not name; a new indicator alone lets go of the basis.</summary>
public sealed class FollowUpProperties
{
    private static readonly QuestionReader Reader = new();

    [Property(MaxTest = 400)]
    public bool A_named_unit_changes_the_unit_only(byte last, byte what, byte unit, byte form)
    {
        var named = Pick(Units, unit);
        return Ask(
                Query(last, what),
                Pick<string>(["còn {0}?", "{0} thì sao?", "what about {0}?", "à nhầm, {0}"], form),
                named.Names.Vietnamese
            )
                is not { } change
            || change.After.Units?.Only == named.Code && Same(change, units: true);
    }

    [Property(MaxTest = 400)]
    public bool A_named_period_changes_the_period_only(byte last, byte what, byte quarter, byte form)
    {
        var period = Period.Quarter(2021 + quarter % 3, 1 + quarter % 4);
        var said = $"quý {period.Number}/{period.EndYear}";
        return Ask(Query(last, what), Pick<string>(["còn {0}?", "{0} thì sao?", "ý tôi là {0}"], form), said) is not { } change
            || change.After.Period == period && Same(change, period: true);
    }

    [Property(MaxTest = 400)]
    public bool A_named_indicator_changes_the_indicator_and_its_basis_only(byte last, byte what, byte indicator)
    {
        var named = Pick(Cases.VinhKhe.Indicators, indicator);
        return Ask(Query(last, what), "còn {0} thì sao?", named.Names.Vietnamese) is not { } change
            || change.After.Indicators is [var only] && only == named.Code && Same(change, indicator: true);
    }

    [Property(MaxTest = 400)]
    public bool What_is_kept_and_what_is_dropped_is_told(byte last, byte what, byte unit)
    {
        var before = Query(last, what);
        var change = Ask(before, "còn {0}?", Pick(Units, unit).Names.Vietnamese);
        return change is not { } c
            || c.Note.Inherited.Contains(InheritedSlot.Indicator)
                && c.Note.Inherited.Contains(InheritedSlot.Period) == (c.After.Period is not null)
                && c.Note.Inherited.Contains(InheritedSlot.Condition) == (c.After.Condition is not null)
                && c.Note.Dropped.Contains(InheritedSlot.Condition) == (c.Before.Condition is not null && c.After.Condition is null);
    }

    private static bool Same(Change change, bool units = false, bool period = false, bool indicator = false) =>
        (units || change.Before.Units == change.After.Units)
        && (period || change.Before.Period == change.After.Period)
        && (indicator || change.Before.Indicators == change.After.Indicators && change.Before.Bases == change.After.Bases);

    private static Change? Ask(StoreQuery last, string form, string name)
    {
        var text = string.Format(null, form, name);
        var state = new DialogueState { LastQuery = last };
        return
            Reader.Read(new Question(text, Cases.TodayInPhuLoc, Dialogue: state), Cases.VinhKhe)
                is Reading.Clear { Query: StoreQuery query } clear
            ? new(Subject.Of(last), Subject.Of(query), clear.Note)
            : null;
    }

    private static StoreQuery Query(byte kind, byte what)
    {
        var indicator = Pick(Cases.VinhKhe.Indicators, what);
        var unit = UnitSet.Of(Pick(Units, (byte)(what / 3)).Code);
        var set = UnitSet.OfKind(what % 2 == 0 ? OrgUnitKind.Department : OrgUnitKind.District);
        var basis = indicator.Bases.Count > 0 && what % 3 > 0 ? indicator.Bases[what % 2].Code : null;
        ValueList<BasisCode> bases = basis is null ? [] : [basis];
        var period = what % 5 == 0 ? null : Period.Quarter(2022, 1 + what % 4);
        return (kind % 7) switch
        {
            0 => new ValueQuery
            {
                Indicators = [indicator.Code],
                Units = unit,
                Bases = bases,
                Period = period,
            },
            1 => new ValueQuery
            {
                Indicators = [indicator.Code],
                Units = unit,
                Bases = bases,
                Period = period,
                Claim = new(Comparator.Above, 50),
            },
            2 => new CompareQuery
            {
                Indicator = indicator.Code,
                Units = set,
                Bases = bases,
                Period = period,
            },
            3 => new RankQuery
            {
                Indicator = indicator.Code,
                Units = set,
                Basis = basis,
                Period = period,
            },
            4 => new FilterQuery
            {
                Indicator = indicator.Code,
                Units = set,
                Basis = basis,
                Period = period,
                Threshold = new(Comparator.AtLeast, 80),
            },
            5 => new TargetQuery
            {
                Indicators = [indicator.Code],
                Units = unit,
                Bases = bases,
                Period = period,
            },
            _ => new AggregateQuery
            {
                Indicator = indicator.Code,
                Units = set,
                Basis = basis,
                Period = period,
                Function = AggregateFunction.Mean,
            },
        };
    }

    private static IReadOnlyList<OrgUnit> Units { get; } = [.. Cases.VinhKhe.Units.Where(u => u.Parent is not null)];

    private static T Pick<T>(IReadOnlyList<T> items, byte at) => items[at % items.Count];

    private readonly record struct Change(Subject Before, Subject After, ReadingNote Note);
}
