using Bot.Indicators;
using Bot.Indicators.Catalogues;
using Bot.Indicators.Contacts;
using Bot.Indicators.Periods;
using Bot.Indicators.Queries;
using Bot.Store.Catalogues;

namespace Bot.Store.Querying;

/// <summary>The store as one question sees it: one version, one day, one asker.</summary>
internal sealed class StoreView(CatalogueSnapshot snapshot, FactLoader facts, QueryScope scope, CancellationToken cancellationToken)
{
    public Catalogue Catalogue => snapshot.Catalogue;

    public DateOnly Today => scope.Today;

    /// <summary>Approved figures of an indicator.</summary>
    public ValueTask<IndicatorFigures> FiguresAsync(IndicatorCode indicator) => facts.FiguresAsync(snapshot, indicator, cancellationToken);

    /// <summary>The same as they were known on a day; null: today.</summary>
    public async ValueTask<IndicatorFigures> FiguresAsync(IndicatorCode indicator, DateOnly? knownOn)
    {
        var figures = await FiguresAsync(indicator);
        return knownOn is { } day ? figures.KnownOn(day) : figures;
    }

    /// <summary>The same with the proposals that the asker may see, in cells without an approved figure.</summary>
    public async ValueTask<IndicatorFigures> FiguresWithProposalsAsync(IndicatorCode indicator)
    {
        var figures = await FiguresAsync(indicator);
        return scope.ProposedSeen.Length == 0 ? figures : figures.WithProposals(f => Rights.MayReadProposed(scope.Asker, f.Unit));
    }

    public bool MayReadProposed(OrgUnitCode unit) => Rights.MayReadProposed(scope.Asker, unit);

    /// <summary>Targets as they were known on a day; null: today.</summary>
    public ValueTask<IReadOnlyList<Target>> TargetsAsync(DateOnly? knownOn = null) =>
        knownOn is { } day ? facts.TargetsAsync(snapshot, day, cancellationToken) : facts.TargetsAsync(snapshot, cancellationToken);

    public ValueTask<IReadOnlyList<Finding>> FindingsAsync() => facts.FindingsAsync(snapshot, cancellationToken);

    public ValueTask<IReadOnlyList<RecordedObligation>> ObligationsAsync() => facts.ObligationsAsync(snapshot, cancellationToken);

    /// <summary>Those of which somebody is reminded, or soon will be: their ladder runs.</summary>
    public ValueTask<IReadOnlyList<RecordedObligation>> OpenedAsync() => facts.OpenedAsync(snapshot, cancellationToken);

    /// <summary>What units owe: what is recorded, and what has opened by its type's rule though nothing is recorded.</summary>
    public async ValueTask<IReadOnlyList<RecordedObligation>> OwedAsync()
    {
        var recorded = await ObligationsAsync();
        var opened = await OpenedAsync();
        return opened.Count == 0 ? recorded : [.. recorded, .. opened.ExceptBy(recorded.Select(o => o.Key), o => o.Key)];
    }

    /// <summary>The units of a set: named ones as they stand, others as they existed in the period (null: today).</summary>
    public IReadOnlyList<OrgUnit> Units(UnitSet set, Period? period)
    {
        if (set.IsNamed)
        {
            return [.. set.Units.AsSpan().ToArray().Distinct().Where(code => !set.Except.Contains(code)).Select(code => Catalogue[code])];
        }

        var (first, last) = period is null ? (Today, Today) : (period.First, period.Last);
        return [.. Catalogue.Units.Where(unit => unit.ExistedBetween(first, last) && Covers(set, unit))];
    }

    /// <summary>Whether the set means that unit, whenever it existed.</summary>
    public static bool Covers(UnitSet set, OrgUnit unit) =>
        !set.Except.Contains(unit.Code)
        && (
            set.IsNamed ? set.Units.Contains(unit.Code)
            : set.Kind is { } kind ? unit.Kind == kind
            : set.Under is { } under ? unit.Parent == under
            : true
        );

    public bool Covers(UnitSet set, OrgUnitCode unit) => Covers(set, Catalogue[unit]);

    /// <summary>Named units that have ended by today.</summary>
    public ValueList<OrgUnitCode> Ended(UnitSet set) =>
        [.. set.Units.AsSpan().ToArray().Distinct().Where(code => Catalogue[code].ValidTo < Today)];
}
