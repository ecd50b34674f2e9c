using System.Globalization;
using Bot.Indicators;
using Bot.Indicators.Periods;
using Bot.Indicators.Queries;

namespace Bot.Understanding.Dialogues;

/// <summary>What a query is about, whatever its kind: the slots that a follow-up keeps or changes.</summary>
internal sealed record Subject
{
    public ValueList<IndicatorCode> Indicators { get; init; }

    /// <summary>The units; null where the kind has none.</summary>
    public UnitSet? Units { get; init; }

    public ValueList<BasisCode> Bases { get; init; }

    public Period? Period { get; init; }

    public ValueList<ObligationTypeCode> Types { get; init; }

    /// <summary>What narrows the answer besides the slots above, as the canonical text says it: a number, states, the day of knowledge.</summary>
    public string? Condition { get; init; }

    /// <summary>Only remarks on this.</summary>
    public string? About { get; init; }

    /// <summary>The one unit; null where there are none or several.</summary>
    public OrgUnitCode? Unit => Units?.Only;

    public static Subject Of(StoreQuery query) =>
        query switch
        {
            ValueQuery q => Figures(q.Indicators, q.Units, q.Bases, q.Period) with
            {
                Condition = Text(q.Claim?.ToString(), Day(q.KnownOn)),
            },
            CompareQuery q => Figures([q.Indicator], q.Units, q.Bases, q.Period),
            RankQuery q => Figures([q.Indicator], q.Units, One(q.Basis), q.Period),
            FilterQuery q => Figures([q.Indicator], q.Units, One(q.Basis), q.Period) with
            {
                Condition = Text(q.Threshold?.ToString() ?? (q.MeetsTarget ? "met" : "missed")),
            },
            AggregateQuery q => Figures([q.Indicator], q.Units, One(q.Basis), q.Period),
            TargetQuery q => Figures(q.Indicators, q.Units, q.Bases, q.Period),
            ChangeQuery q => Figures([q.Indicator], q.Units, q.Bases, q.To),
            TrendQuery q => Figures([q.Indicator], UnitSet.Of(q.Unit), q.Bases, q.From == q.To ? q.From : null),
            CoverageQuery q => Figures(q.Indicator is { } indicator ? [indicator] : [], q.Units, [], q.Period),
            DefineQuery q => new() { Indicators = q.Indicator is { } indicator ? [indicator] : [] },
            ProfileQuery q => new() { Units = UnitSet.Of(q.Unit) },
            FindingsQuery q => new()
            {
                Units = q.Units,
                Period = q.Period,
                Condition = Text(q.Inspection?.Value, q.Area),
                About = q.About,
            },
            ObligationsQuery q => new()
            {
                Units = q.Units,
                Period = q.Period,
                Types = q.Types,
                Condition = Text(q.States.IsEmpty ? null : string.Join('|', q.States), Day(q.DueFrom), Day(q.DueTo)),
            },
            InspectionQuery q => new()
            {
                Units = q.Units,
                Period = q.Period,
                Condition = q.Inspection?.Value,
            },
            ProjectsQuery q => new() { Units = q.Units, Condition = q.Project?.Value },
            ProvenanceQuery q => Of(q.Of),
            HistoryQuery q => Of(q.Of),
            PlanQuery q => Of(q.Parts[0]),
            _ => new(),
        };

    private static Subject Figures(ValueList<IndicatorCode> indicators, UnitSet units, ValueList<BasisCode> bases, Period? period) =>
        new()
        {
            Indicators = indicators,
            Units = units,
            Bases = bases,
            Period = period,
        };

    private static ValueList<BasisCode> One(BasisCode? basis) => basis is { } code ? [code] : [];

    private static string? Day(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);

    private static string? Text(params ReadOnlySpan<string?> parts)
    {
        string? text = null;
        foreach (var part in parts)
        {
            text = part is null ? text : text + "/" + part;
        }

        return text;
    }
}
