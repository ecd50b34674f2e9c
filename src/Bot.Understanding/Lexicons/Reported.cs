using System.Collections.Concurrent;
using Bot.Indicators;
using Bot.Indicators.Catalogues;

namespace Bot.Understanding.Lexicons;

/// <summary>What the store knows something of, worked out when first needed: a choice offered should have an answer behind it.</summary>
internal sealed class Reported(Catalogue catalogue)
{
    private const int Offered = 3;

    private readonly ConcurrentDictionary<IndicatorCode, OrgUnit[]> _units = new();
    private readonly ConcurrentDictionary<OrgUnitCode, Indicator[]> _indicators = new();
    private readonly ConcurrentDictionary<OrgUnitCode, bool> _known = new();
    private OrgUnit? _first;

    /// <summary>The first three units that have figures of an indicator.</summary>
    public OrgUnit[] UnitsWith(IndicatorCode indicator) =>
        _units.GetOrAdd(indicator, code => [.. catalogue.Units.Where(u => catalogue.HasFigures(u.Code, code)).Take(Offered)]);

    /// <summary>The first three indicators that a unit has figures of.</summary>
    public Indicator[] IndicatorsOf(OrgUnitCode unit) =>
        _indicators.GetOrAdd(unit, code => [.. catalogue.Indicators.Where(i => catalogue.HasFigures(code, i.Code)).Take(Offered)]);

    /// <summary>Whether there is anything of a unit: figures, inspections, projects.</summary>
    public bool Knows(OrgUnitCode unit) =>
        _known.GetOrAdd(
            unit,
            code =>
                IndicatorsOf(code).Length > 0
                || catalogue.Inspections.Any(i => i.Units.Any(u => u == code))
                || catalogue.Projects.Any(p => p.Unit == code)
        );

    /// <summary>The first unit with figures; null where the store has none.</summary>
    public OrgUnit? First() => _first ??= catalogue.Units.FirstOrDefault(u => IndicatorsOf(u.Code).Length > 0);
}
