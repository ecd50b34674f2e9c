using Bot.Indicators;
using Bot.Indicators.Obligations;
using Bot.Indicators.Periods;
using Bot.Indicators.Results;
using Bot.Store.Catalogues;
using Bot.Store.Rows;
using Microsoft.EntityFrameworkCore;
using TargetRow = Bot.Store.Rows.TargetRow;

namespace Bot.Store.Querying;

/// <summary>
/// Facts in the shape that the engine asks for, kept in memory per version of the store: one indicator's figures at a time, and
/// the smaller tables whole.
/// </summary>
internal sealed class FactLoader(IDbContextFactory<BotContext> contexts, StoreCache cache, StoreVersion version)
{
    public async ValueTask<IndicatorFigures> FiguresAsync(
        CatalogueSnapshot snapshot,
        IndicatorCode indicator,
        CancellationToken cancellationToken
    )
    {
        var key = (nameof(FiguresAsync), snapshot.Version, indicator.Value);
        if (cache.TryGet(key, out IndicatorFigures? figures))
        {
            return figures!;
        }

        var rows = await RowsAsync<ObservationRow>(rows => rows.Where(o => o.Indicator == indicator.Value), cancellationToken);
        figures = new IndicatorFigures(snapshot.Catalogue[indicator], [.. rows.Select(row => Figure(snapshot, row)).OfType<Figure>()]);
        return Keep(snapshot, key, figures);
    }

    public ValueTask<IReadOnlyList<Target>> TargetsAsync(CatalogueSnapshot snapshot, CancellationToken cancellationToken) =>
        CurrentAsync<TargetRow, Target>(snapshot, Target, cancellationToken);

    /// <summary>Of each target the newest revision that was recorded by that day, in the city's time.</summary>
    public async ValueTask<IReadOnlyList<Target>> TargetsAsync(
        CatalogueSnapshot snapshot,
        DateOnly knownOn,
        CancellationToken cancellationToken
    )
    {
        var rows = await RowsAsync<TargetRow>(rows => rows, cancellationToken);
        return
        [
            .. rows.Where(row => CityDay.Of(row.RecordedAt) <= knownOn)
                .GroupBy(row => row.Key)
                .Select(key => Target(snapshot, key.Last()))
                .OfType<Target>(),
        ];
    }

    public ValueTask<IReadOnlyList<Finding>> FindingsAsync(CatalogueSnapshot snapshot, CancellationToken cancellationToken) =>
        CurrentAsync<FindingRow, Finding>(snapshot, Finding, cancellationToken);

    public ValueTask<IReadOnlyList<RecordedObligation>> ObligationsAsync(CatalogueSnapshot snapshot, CancellationToken cancellationToken) =>
        CurrentAsync<ObligationRow, RecordedObligation>(snapshot, Obligation, cancellationToken);

    public async ValueTask<IReadOnlyList<RecordedObligation>> OpenedAsync(CatalogueSnapshot snapshot, CancellationToken cancellationToken)
    {
        var key = (nameof(OpenedAsync), snapshot.Version);
        if (cache.TryGet(key, out IReadOnlyList<RecordedObligation>? opened))
        {
            return opened!;
        }

        await using var db = contexts.CreateDbContext();
        var keys = await db.Set<OpenedObligationRow>().Select(row => row.Obligation).Order().ToListAsync(cancellationToken);
        return Keep<IReadOnlyList<RecordedObligation>>(
            snapshot,
            key,
            [
                .. keys.Select(text => ObligationKey.Find(text, snapshot.Catalogue))
                    .OfType<ObligationKey>()
                    .Select(owed => RecordedObligation.ByRule(owed, snapshot.Catalogue[owed.Type])),
            ]
        );
    }

    private async ValueTask<IReadOnlyList<T>> CurrentAsync<TRow, T>(
        CatalogueSnapshot snapshot,
        Func<CatalogueSnapshot, TRow, T?> make,
        CancellationToken cancellationToken
    )
        where TRow : RevisedRow
        where T : class
    {
        var key = (nameof(CurrentAsync), snapshot.Version, typeof(T));
        if (cache.TryGet(key, out IReadOnlyList<T>? facts))
        {
            return facts!;
        }

        var rows = await RowsAsync<TRow>(rows => rows.Where(r => r.IsCurrent), cancellationToken);
        return Keep<IReadOnlyList<T>>(snapshot, key, [.. rows.Select(row => make(snapshot, row)).OfType<T>()]);
    }

    private async Task<List<TRow>> RowsAsync<TRow>(Func<IQueryable<TRow>, IQueryable<TRow>> which, CancellationToken cancellationToken)
        where TRow : RevisedRow
    {
        await using var db = contexts.CreateDbContext();
        return await which(db.Set<TRow>().AsNoTracking()).OrderBy(r => r.Id).ToListAsync(cancellationToken);
    }

    // What was read while somebody wrote may be newer than the snapshot: it is true, but not to be found under the old version.
    private T Keep<T>(CatalogueSnapshot snapshot, object key, T facts)
        where T : class
    {
        if (version.Read() == snapshot.Version)
        {
            cache.Keep(key, facts);
        }

        return facts;
    }

    private static Figure? Figure(CatalogueSnapshot snapshot, ObservationRow row)
    {
        var catalogue = snapshot.Catalogue;
        if (
            catalogue.Unit(row.OrgUnit) is not { } unit
            || catalogue.Indicator(row.Indicator) is not { } indicator
            || Basis(indicator, row.Basis) is not { } basis
            || !Period.TryParse(row.Period, out var period)
        )
        {
            return null;
        }

        return new Figure(
            unit.Code,
            indicator.Code,
            basis,
            period,
            row.Value is { } value ? new Amount(value) : null,
            row.Text,
            indicator.Unit,
            row.Status,
            Origin(snapshot, row, row.Source, row.Quote, row.AsOf)
        );
    }

    private static Target? Target(CatalogueSnapshot snapshot, TargetRow row)
    {
        var catalogue = snapshot.Catalogue;
        if (
            catalogue.Indicator(row.Indicator) is not { } indicator
            || Basis(indicator, row.Basis) is not { } basis
            || !Period.TryParse(row.Period, out var period)
        )
        {
            return null;
        }

        return new Target
        {
            Indicator = indicator.Code,
            Basis = basis,
            Unit = catalogue.Unit(row.Scope)?.Code,
            Kind = row.Scope.StartsWith("kind:", StringComparison.Ordinal) ? OrgUnitKinds.TryParse(row.Scope[5..]) : null,
            Period = period,
            Comparator = row.Comparator,
            Value = new Amount(row.Value),
            LegalBasis = row.LegalBasis,
        };
    }

    private static Finding? Finding(CatalogueSnapshot snapshot, FindingRow row) =>
        snapshot.Catalogue.Unit(row.OrgUnit) is { } unit
            ? new Finding(
                unit.Code,
                snapshot.Catalogue.Inspection(row.Inspection)?.Code,
                row.Polarity,
                row.Area,
                new Names(row.TextVi, row.TextEn.Length == 0 ? row.TextVi : row.TextEn, []),
                Origin(snapshot, row, row.Source, row.Quote, snapshot.Catalogue.Inspection(row.Inspection)?.Date)
            )
            : null;

    private static RecordedObligation? Obligation(CatalogueSnapshot snapshot, ObligationRow row) =>
        snapshot.Catalogue.Unit(row.OrgUnit) is { } unit
        && snapshot.Catalogue.ObligationType(row.Type) is { } type
        && Period.TryParse(row.Period, out var period)
            ? new RecordedObligation
            {
                Unit = unit.Code,
                Type = type,
                Period = period,
                Deadline = row.Deadline,
                Status = row.Status,
                DocumentNumber = row.DocumentNumber.Length == 0 ? null : row.DocumentNumber,
                IssuedOn = row.IssuedOn,
                Note = row.Note,
                Provenance = Origin(snapshot, row, row.Source, "", null),
            }
            : null;

    private static BasisCode? Basis(Indicator indicator, string code)
    {
        if (code.Length == 0)
        {
            return BasisCode.None;
        }

        foreach (var basis in indicator.Bases)
        {
            if (basis.Code.Value == code)
            {
                return basis.Code;
            }
        }

        return null;
    }

    private static Provenance Origin(CatalogueSnapshot snapshot, RevisedRow row, string source, string quote, DateOnly? asOf) =>
        new(snapshot.Sources.GetValueOrDefault(source), quote, asOf, row.RecordedBy, row.RecordedAt, row.Revision);
}
