using Bot.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace Bot.Store.Tables;

/// <summary>Every code that a row may name: those of the store, and those that this import brings, whatever the order of its files.</summary>
internal sealed class KnownCodes
{
    public HashSet<string> Units { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Indicators { get; } = new(StringComparer.Ordinal);

    /// <summary><c>indicator/basis</c>.</summary>
    public HashSet<string> Bases { get; } = new(StringComparer.Ordinal);

    public HashSet<string> ObligationTypes { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Inspections { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Sources { get; } = new(StringComparer.Ordinal);

    public static async Task<KnownCodes> ReadAsync(BotContext db, CancellationToken cancellationToken)
    {
        var known = new KnownCodes();
        await AddAsync(known.Units, db.Set<OrgUnitRow>().Where(r => r.IsCurrent).Select(r => r.Code));
        await AddAsync(known.Indicators, db.Set<IndicatorRow>().Where(r => r.IsCurrent).Select(r => r.Code));
        await AddAsync(known.Bases, db.Set<BasisRow>().Where(r => r.IsCurrent).Select(r => r.Indicator + "/" + r.Code));
        await AddAsync(known.ObligationTypes, db.Set<ObligationTypeRow>().Where(r => r.IsCurrent).Select(r => r.Code));
        await AddAsync(known.Inspections, db.Set<InspectionRow>().Where(r => r.IsCurrent).Select(r => r.Code));
        await AddAsync(known.Sources, db.Set<SourceRow>().Where(r => r.IsCurrent).Select(r => r.Code));
        return known;

        async Task AddAsync(HashSet<string> codes, IQueryable<string> stored) =>
            codes.UnionWith(await stored.ToListAsync(cancellationToken));
    }

    /// <summary>Adds what the files bring.</summary>
    public void Add(IReadOnlyList<RawTable> files)
    {
        foreach (var file in files)
        {
            Add(file);
        }
    }

    private void Add(RawTable file)
    {
        var codes = file.Definition.Name switch
        {
            "org-units" => Units,
            "indicators" => Indicators,
            "obligation-types" => ObligationTypes,
            "inspections" => Inspections,
            "sources" => Sources,
            _ => null,
        };
        var code = file.Header.IndexOf("code");
        var indicator = file.Header.IndexOf("indicator");
        foreach (var row in file.Rows)
        {
            codes?.Add(row.Cells[code].Trim());
            if (file.Definition.Name == "bases")
            {
                Bases.Add($"{row.Cells[indicator].Trim()}/{row.Cells[code].Trim()}");
            }
        }
    }
}
