using Bot.Indicators;
using Bot.Indicators.Catalogues;
using Bot.Indicators.Obligations;
using Bot.Indicators.Results;

namespace Bot.Tests.Understanding.Generated;

/// <summary>A city that does not exist: its units, indicators, plans and projects, the same for the same number.</summary>
internal sealed class MadeUpCity
{
    private readonly Random _random;
    private readonly List<OrgUnit> _units = [];

    public MadeUpCity(int number, WordLists? words = null)
    {
        Words = words ?? WordLists.Town;
        _random = new Random(number * 7919);
        Today = new DateOnly(2022 + _random.Next(6), 1 + _random.Next(12), 1 + _random.Next(28));
        AddUnits();
        Indicators = [.. Draw(Words.Indicators, Words.Indicators.Length).OrderByDescending(r => r.Length).Take(16).Select(Indicator)];
        Plans = [.. Draw(Words.Plans, 5).Select(Plan)];
        Reports = [.. Words.Reports.Select(Plan)];
        Projects = [.. Words.Projects.Select(Project)];
        // The last indicator is reported by nobody.
        var reported = _units
            .Where(u => u.Kind != OrgUnitKind.City)
            .SelectMany(u => Indicators.SkipLast(1).Where(_ => _random.Next(8) > 0).Select(i => (u.Code, i.Code)));
        Catalogue = new Catalogue(1, _units, Indicators, [.. Plans, .. Reports], [], Projects, new WorkingCalendar([]), [.. reported]);
    }

    public WordLists Words { get; }

    public DateOnly Today { get; }

    public Catalogue Catalogue { get; }

    public IReadOnlyList<OrgUnit> Units => _units;

    public IReadOnlyList<Indicator> Indicators { get; }

    public IReadOnlyList<ObligationType> Plans { get; }

    /// <summary>One report that is owed every quarter, half and year: its names differ by their last words only.</summary>
    public IReadOnlyList<ObligationType> Reports { get; }

    public IReadOnlyList<WorkProject> Projects { get; }

    /// <summary>The units of those kinds that exist all the time and whose names nobody else bears.</summary>
    public List<OrgUnit> Steady =>
        _units.FindAll(u =>
            u.Kind != OrgUnitKind.City
            && u.ValidFrom is null
            && u.ValidTo is null
            && !_units.Exists(o => o != u && o.Names.Vietnamese == u.Names.Vietnamese)
        );

    /// <summary>The units that ended and whose name a later unit bears, with the later one.</summary>
    public List<(OrgUnit Old, OrgUnit New)> Renewed =>
        [
            .. _units
                .Where(u => u.ValidTo is not null)
                .SelectMany(u =>
                    _units.Where(o => o.ValidFrom is not null && o.Names.Vietnamese == u.Names.Vietnamese).Select(o => (u, o))
                ),
        ];

    private void AddUnits()
    {
        var city = new OrgUnit
        {
            Code = new("TP"),
            Kind = OrgUnitKind.City,
            Names = Place("Thành phố", "City", Draw(Words.Places, 1)[0], "TP"),
        };
        _units.Add(city);
        var number = 0;
        foreach (var row in Draw(Words.Units, 12))
        {
            _units.Add(
                new OrgUnit
                {
                    Code = new($"U{++number}"),
                    Kind = row[0] == "department" ? OrgUnitKind.Department : OrgUnitKind.Agency,
                    Names = new(row[1], row[2], [.. WordLists.Parts(row[3])]),
                    Parent = city.Code,
                }
            );
        }

        var seen = new HashSet<string> { city.Names.Vietnamese.Split(' ', 3)[2] };
        foreach (
            var (kind, vietnamese, english, brief, count) in new[]
            {
                (OrgUnitKind.District, "Quận", "District", "Q.", 3),
                (OrgUnitKind.District, "Huyện", "District", "H.", 3),
                (OrgUnitKind.Commune, "Phường", "Ward", "P.", 3),
            }
        )
        {
            for (var i = 0; i < count; i++)
            {
                string[] place = [Words.Places[_random.Next(Words.Places.Length)][0], Words.Places[_random.Next(Words.Places.Length)][1]];
                if (seen.Add(string.Join(' ', place)))
                {
                    _units.Add(
                        new OrgUnit
                        {
                            Code = new($"U{++number}"),
                            Kind = kind,
                            Names = Place(vietnamese, english, place, brief),
                            Parent = city.Code,
                        }
                    );
                }
            }
        }

        Merge();
    }

    // Two departments become one that keeps the name of the first.
    private void Merge()
    {
        var departments = _units.FindAll(u => u.Kind == OrgUnitKind.Department);
        var (kept, gone) = (departments[0], departments[1]);
        var day = new DateOnly(Today.Year - 1, 1, 1);
        var merged = kept with { Code = new(kept.Code + "-NEW"), ValidFrom = day };
        foreach (var old in (ReadOnlySpan<OrgUnit>)[kept, gone])
        {
            _units[_units.IndexOf(old)] = old with { ValidTo = day.AddDays(-1), Successors = [merged.Code] };
        }

        _units.Add(merged);
    }

    private static Names Place(string head, string tail, string[] place, string brief)
    {
        var name = string.Join(' ', place);
        return new(
            $"{head} {name}",
            $"{Noise.Bare(name)} {tail}",
            brief == "TP" ? [$"TP {name}", $"UBND thành phố {name}"] : [$"UBND {head.ToLowerInvariant()} {name}", $"{brief} {name}", name]
        );
    }

    private static Indicator Indicator(string[] row) =>
        new()
        {
            Code = new(row[0]),
            Names = new(row[3], row[4], [.. WordLists.Parts(row[5])]),
            Unit = new(row[1]),
            Direction = row[2] switch
            {
                "higher" => Direction.Higher,
                "lower" => Direction.Lower,
                _ => default,
            },
            Bases =
            [
                .. WordLists
                    .Parts(row.ElementAtOrDefault(6) ?? "")
                    .Select((b, n) => (Names: WordLists.Parts(b, '='), Number: n))
                    .Select(b => new Basis(new($"b{b.Number}"), new(b.Names[0], b.Names[1], [.. b.Names[2..]]))),
            ],
        };

    private static ObligationType Plan(string[] row) =>
        new()
        {
            Code = new(row[0]),
            Frequency = row[1],
            Names = new(row[2], row[3], [.. WordLists.Parts(row[4])]),
            OwedByKinds = [OrgUnitKind.Department],
        };

    private WorkProject Project(string[] row, int number) =>
        new()
        {
            Code = new($"P{number}"),
            Unit = _units[1].Code,
            Names = new(row[0], row[1], []),
            Provenance = new Provenance(null, "", null, "tables", DateTimeOffset.UnixEpoch, 1),
        };

    private string[][] Draw(string[][] rows, int count)
    {
        var copy = rows.ToArray();
        _random.Shuffle(copy);
        return copy[..Math.Min(count, copy.Length)];
    }
}
