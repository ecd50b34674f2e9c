using System.Collections.Frozen;
using Bot.Indicators;
using Bot.Indicators.Catalogues;
using Bot.Indicators.Contacts;
using Bot.Indicators.Obligations;
using Bot.Indicators.Periods;
using Bot.Indicators.Results;
using Bot.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace Bot.Store.Catalogues;

/// <summary>Makes a catalogue out of the store's rows, in the order in which they first came.</summary>
internal static class CatalogueLoader
{
    public static CatalogueSnapshot Load(BotContext db, long version)
    {
        var units = Newest(db.Set<OrgUnitRow>()).Select(Unit).ToList();
        var codes = units.ToFrozenDictionary(u => u.Code.Value, u => u.Code, StringComparer.Ordinal);
        var bases = Newest(db.Set<BasisRow>()).ToLookup(b => b.Indicator, StringComparer.Ordinal);
        var indicators = Newest(db.Set<IndicatorRow>()).Select(row => Indicator(row, bases[row.Code])).ToList();
        var sources = Newest(db.Set<SourceRow>()).ToFrozenDictionary(s => s.Code, Source, StringComparer.Ordinal);
        var indicatorCodes = indicators.ToFrozenDictionary(i => i.Code.Value, i => i.Code, StringComparer.Ordinal);

        var catalogue = new Catalogue(
            version,
            units,
            indicators,
            [.. Newest(db.Set<ObligationTypeRow>()).Select(row => ObligationType(row, codes))],
            [.. Newest(db.Set<InspectionRow>()).Select(row => Inspection(row, codes, sources)).OrderByDescending(i => i.Date)],
            [.. Newest(db.Set<ProjectRow>()).Where(p => codes.ContainsKey(p.OrgUnit)).Select(row => Project(row, codes, sources))],
            new WorkingCalendar(Newest(db.Set<HolidayRow>()).Select(h => KeyValuePair.Create(h.Date, h.WorkingDay))),
            Reported(db, codes, indicatorCodes)
        );
        return new CatalogueSnapshot(
            catalogue,
            sources,
            [.. Newest(db.Set<ContactRow>()).Where(row => row.IsCurrent).Select(row => Contact(row, codes))]
        );
    }

    // Catalogues are small, so all revisions are read: the first says the place, the last what holds.
    private static List<TRow> Newest<TRow>(IQueryable<TRow> rows)
        where TRow : RevisedRow
    {
        var newest = new OrderedDictionary<string, TRow>(StringComparer.Ordinal);
        foreach (var row in rows.AsNoTracking().OrderBy(r => r.Id))
        {
            newest[row.Key] = row;
        }

        return [.. newest.Values];
    }

    private static List<(OrgUnitCode, IndicatorCode)> Reported(
        BotContext db,
        FrozenDictionary<string, OrgUnitCode> units,
        FrozenDictionary<string, IndicatorCode> indicators
    ) =>
        [
            .. db.Set<ObservationRow>()
                .Where(o => o.IsCurrent && o.Status == ObservationStatus.Approved)
                .Select(o => new { o.OrgUnit, o.Indicator })
                .Distinct()
                .AsEnumerable()
                .Where(o => units.ContainsKey(o.OrgUnit) && indicators.ContainsKey(o.Indicator))
                .Select(o => (units[o.OrgUnit], indicators[o.Indicator])),
        ];

    private static OrgUnit Unit(OrgUnitRow row) =>
        new()
        {
            Code = new OrgUnitCode(row.Code),
            Kind = OrgUnitKinds.TryParse(row.Kind) ?? OrgUnitKind.Agency,
            Names = Names(row.NameVi, row.NameEn, row.Aliases),
            Parent = row.Parent.Length == 0 ? null : new OrgUnitCode(row.Parent),
            ValidFrom = row.ValidFrom,
            ValidTo = row.ValidTo,
            Successors = [.. Items(row.Successor).Select(code => new OrgUnitCode(code))],
        };

    private static Indicator Indicator(IndicatorRow row, IEnumerable<BasisRow> bases) =>
        new()
        {
            Code = new IndicatorCode(row.Code),
            Names = Names(row.NameVi, row.NameEn, row.Aliases),
            Unit = new MeasureUnit(row.Unit),
            Direction = row.Direction,
            Area = row.Area,
            Frequency = row.Frequency,
            DefinitionVietnamese = row.DefinitionVi,
            DefinitionEnglish = row.DefinitionEn,
            LegalBasis = row.LegalBasis,
            Bases = [.. bases.Select(b => new Basis(new BasisCode(b.Code), Names(b.NameVi, b.NameEn, b.Aliases)))],
        };

    private static ObligationType ObligationType(ObligationTypeRow row, FrozenDictionary<string, OrgUnitCode> units)
    {
        var owedBy = Items(row.OwedBy);
        return new ObligationType
        {
            Code = new ObligationTypeCode(row.Code),
            Names = Names(row.NameVi, row.NameEn, row.Aliases),
            OwedByUnits = [.. owedBy.Where(units.ContainsKey).Select(code => units[code])],
            OwedByKinds =
            [
                .. owedBy
                    .Where(o => o.StartsWith("kind:", StringComparison.Ordinal))
                    .Select(o => OrgUnitKinds.TryParse(o[5..]))
                    .OfType<OrgUnitKind>(),
            ],
            Frequency = row.Frequency,
            Deadline = DeadlineRule.TryParse(row.Deadline, out var rule) ? rule : null,
            LegalBasis = row.LegalBasis,
        };
    }

    private static Inspection Inspection(
        InspectionRow row,
        FrozenDictionary<string, OrgUnitCode> units,
        FrozenDictionary<string, Source> sources
    ) =>
        new(
            new InspectionCode(row.Code),
            row.Date,
            row.Team,
            row.Lead,
            [.. Items(row.Units).Where(units.ContainsKey).Select(code => units[code])],
            sources.GetValueOrDefault(row.Source)
        );

    private static WorkProject Project(
        ProjectRow row,
        FrozenDictionary<string, OrgUnitCode> units,
        FrozenDictionary<string, Source> sources
    ) =>
        new()
        {
            Code = new ProjectCode(row.Code),
            Unit = units[row.OrgUnit],
            Names = Names(row.NameVi, row.NameEn, ""),
            Progress = row.Progress is { } progress ? new Amount(progress) : null,
            Measure = row.Unit.Length == 0 ? MeasureUnit.Percent : new MeasureUnit(row.Unit),
            Expected = Period.TryParse(row.Expected, out var expected) ? expected : null,
            AsOf = row.AsOf,
            Provenance = new Provenance(
                sources.GetValueOrDefault(row.Source),
                row.Quote,
                row.AsOf,
                row.RecordedBy,
                row.RecordedAt,
                row.Revision
            ),
        };

    private static Source Source(SourceRow row) =>
        new(row.Code, row.Title, row.Publisher, row.Date, Uri.TryCreate(row.Url, UriKind.Absolute, out var url) ? url : null);

    private static Contact Contact(ContactRow row, FrozenDictionary<string, OrgUnitCode> units) =>
        new(
            row.Upn,
            row.AadObjectId,
            row.Name,
            row.Role,
            units.GetValueOrDefault(row.OrgUnit),
            row.Language == "en" ? Language.English : Language.Vietnamese
        );

    private static Names Names(string vietnamese, string english, string aliases) =>
        new(vietnamese, english.Length == 0 ? vietnamese : english, [.. Items(aliases)]);

    private static string[] Items(string cell) => cell.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
