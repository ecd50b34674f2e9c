using System.Collections.Frozen;
using Bot.Indicators.Obligations;

namespace Bot.Indicators.Catalogues;

/// <summary>
/// An immutable snapshot of everything that has a name: units, indicators, plans, inspections, projects. It hands out the codes;
/// a change in the store makes a new snapshot with a higher version.
/// </summary>
public sealed class Catalogue
{
    private readonly FrozenDictionary<string, OrgUnit> _units;
    private readonly FrozenDictionary<string, Indicator> _indicators;
    private readonly FrozenDictionary<string, ObligationType> _obligationTypes;
    private readonly FrozenDictionary<string, Inspection> _inspections;
    private readonly FrozenDictionary<string, WorkProject> _projects;
    private readonly FrozenSet<(OrgUnitCode, IndicatorCode)> _reported;

    internal Catalogue(
        long version,
        IReadOnlyList<OrgUnit> units,
        IReadOnlyList<Indicator> indicators,
        IReadOnlyList<ObligationType> obligationTypes,
        IReadOnlyList<Inspection> inspections,
        IReadOnlyList<WorkProject> projects,
        WorkingCalendar calendar,
        IEnumerable<(OrgUnitCode, IndicatorCode)> reported
    )
    {
        Version = version;
        (Units, Indicators, ObligationTypes, Inspections, Projects) = (units, indicators, obligationTypes, inspections, projects);
        Calendar = calendar;
        _units = units.ToFrozenDictionary(u => u.Code.Value, StringComparer.Ordinal);
        _indicators = indicators.ToFrozenDictionary(i => i.Code.Value, StringComparer.Ordinal);
        _obligationTypes = obligationTypes.ToFrozenDictionary(t => t.Code.Value, StringComparer.Ordinal);
        _inspections = inspections.ToFrozenDictionary(i => i.Code.Value, StringComparer.Ordinal);
        _projects = projects.ToFrozenDictionary(p => p.Code.Value, StringComparer.Ordinal);
        _reported = reported.ToFrozenSet();
    }

    /// <summary>Rises with every change of the store; part of cache keys.</summary>
    public long Version { get; }

    /// <summary>All units, ended ones too.</summary>
    public IReadOnlyList<OrgUnit> Units { get; }

    /// <summary>All indicators.</summary>
    public IReadOnlyList<Indicator> Indicators { get; }

    /// <summary>All plans and reports that units may owe.</summary>
    public IReadOnlyList<ObligationType> ObligationTypes { get; }

    /// <summary>All inspections, newest first.</summary>
    public IReadOnlyList<Inspection> Inspections { get; }

    /// <summary>All projects.</summary>
    public IReadOnlyList<WorkProject> Projects { get; }

    /// <summary>The office's working days.</summary>
    public WorkingCalendar Calendar { get; }

    /// <summary>The unit of a code that this catalogue handed out.</summary>
    public OrgUnit this[OrgUnitCode code] => _units[code.Value];

    /// <summary>The indicator of a code that this catalogue handed out.</summary>
    public Indicator this[IndicatorCode code] => _indicators[code.Value];

    /// <summary>The obligation type of a code that this catalogue handed out.</summary>
    public ObligationType this[ObligationTypeCode code] => _obligationTypes[code.Value];

    /// <summary>The unit with that code, or null.</summary>
    public OrgUnit? Unit(string code) => _units.GetValueOrDefault(code);

    /// <summary>The indicator with that code, or null.</summary>
    public Indicator? Indicator(string code) => _indicators.GetValueOrDefault(code);

    /// <summary>The obligation type with that code, or null.</summary>
    public ObligationType? ObligationType(string code) => _obligationTypes.GetValueOrDefault(code);

    /// <summary>The inspection with that code, or null.</summary>
    public Inspection? Inspection(string code) => _inspections.GetValueOrDefault(code);

    /// <summary>The project with that code, or null.</summary>
    public WorkProject? Project(string code) => _projects.GetValueOrDefault(code);

    /// <summary>Whether any approved figure of that indicator is recorded for that unit: a choice offered should have an answer behind it.</summary>
    public bool HasFigures(OrgUnitCode unit, IndicatorCode indicator) => _reported.Contains((unit, indicator));
}
