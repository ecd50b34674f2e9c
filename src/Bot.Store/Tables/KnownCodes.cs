using Bot.Indicators.Proposals;
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

    /// <summary>The unit of measure of each indicator.</summary>
    public Dictionary<string, string> Measures { get; } = new(StringComparer.Ordinal);

    /// <summary>The first and the last day of each org unit, where they are said.</summary>
    public Dictionary<string, (DateOnly? First, DateOnly? Last)> Lives { get; } = new(StringComparer.Ordinal);

    /// <summary>By Entra object id, the contact who has it: of the store, where the files do not bring that contact again, and of the rows read so far.</summary>
    public Dictionary<string, string> Accounts { get; } = new(StringComparer.Ordinal);

    /// <summary>What is odd in rows that are read, and not refused.</summary>
    public List<RowError> Flags { get; } = [];

    public static async Task<KnownCodes> ReadAsync(BotContext db, CancellationToken cancellationToken)
    {
        var known = new KnownCodes();
        foreach (
            var unit in await db.Set<OrgUnitRow>()
                .Where(r => r.IsCurrent)
                .Select(r => new
                {
                    r.Code,
                    r.ValidFrom,
                    r.ValidTo,
                })
                .ToListAsync(cancellationToken)
        )
        {
            known.Units.Add(unit.Code);
            known.Lives[unit.Code] = (unit.ValidFrom, unit.ValidTo);
        }

        foreach (
            var indicator in await db.Set<IndicatorRow>()
                .Where(r => r.IsCurrent)
                .Select(r => new { r.Code, r.Unit })
                .ToListAsync(cancellationToken)
        )
        {
            known.Indicators.Add(indicator.Code);
            known.Measures[indicator.Code] = indicator.Unit;
        }

        foreach (
            var contact in await db.Set<ContactRow>()
                .Where(r => r.IsCurrent && r.AadObjectId.Length > 0)
                .Select(r => new { r.Upn, r.AadObjectId })
                .ToListAsync(cancellationToken)
        )
        {
            known.Accounts.TryAdd(contact.AadObjectId, contact.Upn);
        }

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
        if (file.Definition is Definitions.ContactTable)
        {
            ForgetAccounts(file);
            return;
        }

        var codes = file.Definition.Name switch
        {
            "org-units" => Units,
            "indicators" => Indicators,
            "obligation-types" => ObligationTypes,
            "inspections" => Inspections,
            "sources" => Sources,
            _ => null,
        };
        if (!file.Definition.BringsCodes)
        {
            return;
        }

        foreach (var cells in file.Rows.Select(row => row.Cells))
        {
            var code = Cell("code");
            codes?.Add(code);
            if (codes == Units)
            {
                Lives[code] = (Day("valid_from"), Day("valid_to"));
            }
            else if (codes == Indicators)
            {
                Measures[code] = Cell("unit");
            }
            else if (codes is null)
            {
                Bases.Add($"{Cell("indicator")}/{code}");
            }

            string Cell(string column) => file.Header.IndexOf(column) is var index and >= 0 ? cells[index].Trim() : "";
            DateOnly? Day(string column) => DateOnly.TryParseExact(Cell(column), "yyyy-MM-dd", out var day) ? day : null;
        }
    }

    private void ForgetAccounts(RawTable file)
    {
        var upn = file.Header.IndexOf("upn");
        var brought = file.Rows.Select(row => row.Cells[upn].Trim()).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var (id, _) in Accounts.Where(account => brought.Contains(account.Value)).ToList())
        {
            Accounts.Remove(id);
        }
    }
}
