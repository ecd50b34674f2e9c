using System.Globalization;
using Bot.Indicators;
using Bot.Indicators.Periods;
using Bot.Indicators.Queries;
using Bot.Store.Tables;
using Bot.Testing;

namespace Bot.Tests.Understanding.Generated;

/// <summary>A fact's place: no two facts of a made-up store have one, and no two of its percentages have one value.</summary>
internal readonly record struct Cell(OrgUnitCode Unit, IndicatorCode Indicator, BasisCode Basis, Period Period);

/// <summary>A made-up city in a real store, with figures drawn at random; those of some questions are left out.</summary>
internal sealed class MadeUpStore(MadeUpCity city, IReadOnlyList<ValueQuery> asked, IReadOnlyList<ValueQuery> leftOut, Random random)
{
    private readonly Dictionary<Cell, decimal> _facts = [];

    public IReadOnlyDictionary<Cell, decimal> Facts => _facts;

    public DateOnly Today => city.Today;

    public async Task<TestStore> CreateAsync()
    {
        Draw();
        var store = await TestStore.CreateAsync("none");
        var report = await store.ImportAsync(Tables());
        Assert.Empty(report.Errors);
        return store;
    }

    // All that is asked and not left out, and every third of what stands beside it.
    private void Draw()
    {
        var periods = asked.Concat(leftOut).Select(q => q.Period!).Distinct().ToList();
        foreach (var unit in city.Units)
        {
            foreach (var indicator in city.Indicators.SkipLast(1))
            {
                foreach (var basis in indicator.Bases.IsEmpty ? [BasisCode.None] : indicator.Bases.Select(b => b.Code).ToArray())
                {
                    foreach (var cell in periods.Select(p => new Cell(unit.Code, indicator.Code, basis, p)))
                    {
                        if (!leftOut.Any(q => Asks(q, cell)) && (asked.Any(q => Asks(q, cell)) || random.Next(3) == 0))
                        {
                            _facts[cell] = indicator.Unit.Code == "percent" ? (_facts.Count + 1) / 100m : _facts.Count + 1;
                        }
                    }
                }
            }
        }
    }

    public static bool Asks(ValueQuery query, Cell cell) =>
        query.Units.Units.Contains(cell.Unit)
        && query.Indicators.Contains(cell.Indicator)
        && (query.Bases.IsEmpty || query.Bases.Contains(cell.Basis))
        && query.Period == cell.Period;

    private IReadOnlyList<ImportFile> Tables() =>
        [
            Table(
                "org-units.csv",
                "code,kind,name_vi,name_en,aliases,parent,valid_from,valid_to,successor",
                city.Units.Select(u =>
                    Row(u.Code, Kind(u), u.Names, u.Parent, u.ValidFrom, u.ValidTo, string.Join('|', u.Successors.Select(s => s.Value)))
                )
            ),
            Table(
                "indicators.csv",
                "code,area,name_vi,name_en,aliases,unit,direction,frequency,definition_vi,definition_en,legal_basis",
                city.Indicators.Select(i => Row(i.Code, "direction", i.Names, i.Unit.Code, Direction(i), "quarter", "", "", ""))
            ),
            Table(
                "bases.csv",
                "indicator,code,name_vi,name_en,aliases",
                city.Indicators.SelectMany(i => i.Bases.Select(b => Row(i.Code, b.Code, b.Names)))
            ),
            Table("sources.csv", "code,title,publisher,date,url", ["S,Made up,Nobody,2020-01-01,"]),
            Table(
                "observations.csv",
                "org_unit,indicator,basis,period,value,text,as_of,source,status,quote",
                _facts.Select(f =>
                    Row(f.Key.Unit, f.Key.Indicator, f.Key.Basis, f.Key.Period, f.Value, "", f.Key.Period.Last, "S", "approved", "")
                )
            ),
        ];

    private static ImportFile Table(string name, string header, IEnumerable<string> rows) =>
        new(name, System.Text.Encoding.UTF8.GetBytes(string.Join('\n', rows.Prepend(header))));

    private static string Kind(OrgUnit unit) => unit.Kind.ToString().ToLowerInvariant();

    private static string Direction(Indicator indicator) => indicator.Direction is { } known ? known.ToString().ToLowerInvariant() : "";

    private static string Row(params IEnumerable<object?> cells) => string.Join(',', cells.SelectMany(Texts).Select(t => $"\"{t}\""));

    private static IEnumerable<string> Texts(object? cell) =>
        cell switch
        {
            Names names => [names.Vietnamese, names.English, string.Join('|', names.Aliases)],
            DateOnly day => [day.ToString("O", CultureInfo.InvariantCulture)],
            OrgUnitCode unit => [unit.Value],
            IndicatorCode indicator => [indicator.Value],
            BasisCode basis => [basis.Value],
            IFormattable number => [number.ToString(null, CultureInfo.InvariantCulture)],
            _ => [cell?.ToString() ?? ""],
        };
}
