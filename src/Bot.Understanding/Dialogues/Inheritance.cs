using Bot.Indicators;
using Bot.Indicators.Queries;
using Bot.Indicators.Readings;

namespace Bot.Understanding.Dialogues;

/// <summary>What a follow-up took over from the query before, and what it had to let go: the answer says both.</summary>
internal static class Inheritance
{
    public static ValueList<InheritedSlot> Kept(StoreQuery last, StoreQuery query, NamedUnits units, NamedTopic topic, NamedPeriod period)
    {
        var (before, after) = (Subject.Of(last), Subject.Of(query));
        var kept = new List<InheritedSlot>();
        Add(InheritedSlot.Kind, query.Kind == last.Kind && query is not (ValueQuery or CompareQuery));
        Add(InheritedSlot.Indicator, topic.Readings.IsEmpty && !after.Indicators.IsEmpty && after.Indicators == before.Indicators);
        Add(InheritedSlot.ObligationType, topic.Types.IsEmpty && !after.Types.IsEmpty && after.Types == before.Types);
        Add(InheritedSlot.Units, units.IsBeside || !units.IsNamed && after.Units is { } set && set != UnitSet.All && set == before.Units);
        Add(InheritedSlot.Basis, !topic.NamesBasis && !after.Bases.IsEmpty && after.Bases == before.Bases);
        Add(InheritedSlot.Period, period.Readings.IsEmpty && after.Period is not null && after.Period == before.Period);
        Add(InheritedSlot.Condition, after.Condition is not null && after.Condition == before.Condition);
        Add(InheritedSlot.About, after.About is not null);
        return [.. kept];

        void Add(InheritedSlot slot, bool isKept)
        {
            if (isKept)
            {
                kept.Add(slot);
            }
        }
    }

    public static ValueList<InheritedSlot> Dropped(StoreQuery last, StoreQuery query, NamedTopic topic, NamedPeriod period)
    {
        var (before, after) = (Subject.Of(last), Subject.Of(query));
        var dropped = new List<InheritedSlot>();
        if (!before.Bases.IsEmpty && after.Bases.IsEmpty && !topic.NamesBasis)
        {
            dropped.Add(InheritedSlot.Basis);
        }

        if (before.Period is not null && after.Period is null && !period.IsNamed)
        {
            dropped.Add(InheritedSlot.Period);
        }

        if (before.Condition is not null && after.Condition is null)
        {
            dropped.Add(InheritedSlot.Condition);
        }

        if (before.About is not null && after.About is null)
        {
            dropped.Add(InheritedSlot.About);
        }

        return [.. dropped];
    }
}
