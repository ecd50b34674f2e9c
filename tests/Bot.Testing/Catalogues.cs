using System.Globalization;
using Bot.Indicators;
using Bot.Indicators.Catalogues;
using Bot.Indicators.Obligations;
using Bot.Indicators.Periods;
using Bot.Indicators.Results;

namespace Bot.Testing;

/// <summary>Catalogues without a store: read from a folder of the contract's CSV tables, or made up.</summary>
public static class Catalogues
{
    /// <summary>The catalogue of a folder of tables; a table that is not there is empty.</summary>
    public static Catalogue FromFolder(string folder)
    {
        var bases = Csv.Read(folder, "bases").ToLookup(r => r["indicator"]);
        var units = Csv.Read(folder, "org-units").Select(Unit).ToList();
        var indicators = Csv.Read(folder, "indicators").Select(r => Indicator(r, bases[r["code"]])).ToList();
        return new Catalogue(
            1,
            units,
            indicators,
            [.. Csv.Read(folder, "obligation-types").Select(Type)],
            [.. Csv.Read(folder, "inspections").Select(Inspection).OrderByDescending(i => i.Date)],
            [.. Csv.Read(folder, "projects").Select(Project)],
            new WorkingCalendar([]),
            Csv.Read(folder, "observations").Select(r => (new OrgUnitCode(r["org_unit"]), new IndicatorCode(r["indicator"]))).Distinct()
        );
    }

    /// <summary>A made-up catalogue of that size, the same for the same numbers; every department has figures of every third indicator.</summary>
    public static Catalogue Of(int units, int indicators)
    {
        string[] words = ["xanh", "vàng", "sông", "núi", "biển", "rừng", "đồng", "lúa", "mía", "dừa", "cam", "bưởi", "sen", "tre", "trúc", "mai", "đào", "cúc", "lan", "huệ"];
        string Name(int n) => string.Join(' ', words[n % 20], words[n / 20 % 20], words[n / 400 % 20]);
        var made = Enumerable
            .Range(0, units)
            .Select(i => new OrgUnit
            {
                Code = new($"U{i}"),
                Kind = i % 3 == 0 ? OrgUnitKind.Department : OrgUnitKind.Commune,
                Names = new(i % 3 == 0 ? $"Sở {Name(i)}" : $"Xã {Name(i)}", $"Unit {i}", []),
            })
            .ToList();
        var measured = Enumerable
            .Range(0, indicators)
            .Select(i => new Indicator
            {
                Code = new($"i{i}"),
                Names = new($"Tỷ lệ hồ sơ {Name(i * 7)} đúng hạn", $"rate of measure {i}", [$"hồ sơ {Name(i * 7)}"]),
                Unit = MeasureUnit.Percent,
            })
            .ToList();
        var reported = made.Where(u => u.Kind == OrgUnitKind.Department).SelectMany(u => measured.Where((_, i) => i % 3 == 0).Select(i => (u.Code, i.Code)));
        return new Catalogue(1, made, measured, [], [], [], new WorkingCalendar([]), reported);
    }

    private static OrgUnit Unit(Dictionary<string, string> row) =>
        new()
        {
            Code = new(row["code"]),
            Kind = OrgUnitKinds.TryParse(row["kind"])!.Value,
            Names = Names(row),
            Parent = row["parent"].Length == 0 ? null : new OrgUnitCode(row["parent"]),
            ValidFrom = Day(row["valid_from"]),
            ValidTo = Day(row["valid_to"]),
            Successors = [.. Items(row["successor"]).Select(c => new OrgUnitCode(c))],
        };

    private static Indicator Indicator(Dictionary<string, string> row, IEnumerable<Dictionary<string, string>> bases) =>
        new()
        {
            Code = new(row["code"]),
            Names = Names(row),
            Unit = new(row["unit"]),
            Area = row["area"],
            Frequency = row["frequency"],
            Direction = row["direction"] switch
            {
                "higher" => Direction.Higher,
                "lower" => Direction.Lower,
                _ => default,
            },
            Bases = [.. bases.Select(b => new Basis(new(b["code"]), Names(b)))],
        };

    private static ObligationType Type(Dictionary<string, string> row) =>
        new()
        {
            Code = new(row["code"]),
            Names = Names(row),
            Frequency = row["frequency"],
            Deadline = DeadlineRule.TryParse(row["deadline"], out var rule) ? rule : null,
        };

    private static Inspection Inspection(Dictionary<string, string> row) =>
        new(new(row["code"]), Day(row["date"])!.Value, row["team"], row["lead"], [.. Items(row["units"]).Select(c => new OrgUnitCode(c))], null);

    private static WorkProject Project(Dictionary<string, string> row) =>
        new()
        {
            Code = new(row["code"]),
            Unit = new(row["org_unit"]),
            Names = Names(row),
            Expected = Period.TryParse(row["expected"], out var expected) ? expected : null,
            Provenance = new Provenance(null, row["quote"], Day(row["as_of"]), "tables", DateTimeOffset.UnixEpoch, 1),
        };

    private static Names Names(Dictionary<string, string> row) =>
        new(row["name_vi"], row["name_en"].Length > 0 ? row["name_en"] : row["name_vi"], [.. Items(row.GetValueOrDefault("aliases", ""))]);

    private static string[] Items(string cell) => cell.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static DateOnly? Day(string cell) => DateOnly.TryParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
