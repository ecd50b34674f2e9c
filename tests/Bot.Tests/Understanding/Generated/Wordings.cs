using Bot.Indicators;
using Bot.Indicators.Obligations;
using Bot.Indicators.Periods;
using Bot.Understanding.Text;

namespace Bot.Tests.Understanding.Generated;

/// <summary>The ways in which officials write a unit, an indicator or a time.</summary>
internal sealed class Wordings(Random random, bool english)
{
    private static readonly string[] Often = [" quý", " 6 tháng", " năm"];
    private static readonly string[] Roman = ["I", "II", "III", "IV"];
    private static readonly string[] Words = ["một", "hai", "ba", "tư"];
    private static readonly string[] Ordinals = ["first", "second", "third", "fourth"];

    public T One<T>(params IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    public string Unit(OrgUnit unit)
    {
        if (english)
        {
            return unit.Kind is OrgUnitKind.Department or OrgUnitKind.Agency ? "the " + unit.Names.English : unit.Names.English;
        }

        List<string> names = [unit.Names.Vietnamese, unit.Names.Vietnamese, .. unit.Names.Aliases];
        if (unit.Names.Vietnamese.StartsWith("Sở ", StringComparison.Ordinal) && !unit.Names.Aliases.AsSpan().Contains("SNgV"))
        {
            names.Add("sở " + unit.Names.Vietnamese[3..]);
            names.AddRange(Abbreviated(unit.Names.Vietnamese[3..]));
        }

        return One(names);
    }

    // Sở Giao thông vận tải: SGTVT, Sở GTVT; parts joined by "và", "-" may keep an "&" or a hyphen.
    private static IEnumerable<string> Abbreviated(string name)
    {
        var parts = name.Split([" và ", " - ", ", "], StringSplitOptions.None)
            .Select(p => string.Concat(p.Split(' ').Select(w => char.ToUpperInvariant(w[0]))))
            .ToArray();
        var letters = string.Concat(parts);
        return letters.Length < 2
            ? []
            :
            [
                $"S{letters}",
                $"Sở {letters}",
                .. parts.Length == 2 ? [$"Sở {parts[0]}&{parts[1]}", $"Sở {parts[0]}-{parts[1]}"] : Array.Empty<string>(),
            ];
    }

    public string Indicator(Indicator indicator)
    {
        string[] names = [indicator.Names.Vietnamese, indicator.Names.English, .. indicator.Names.Aliases];
        var mine = names.Where(n => IsEnglish(n) == english).ToList();
        var name = One(mine);
        return name.Length > 1 && char.IsLower(name[1]) ? char.ToLowerInvariant(name[0]) + name[1..] : name;
    }

    public string Plan(ObligationType plan) => english ? plan.Names.English : Lower(One([plan.Names.Vietnamese, .. plan.Names.Aliases]));

    /// <summary>The report without the words for how often it is owed, which the period says again.</summary>
    public string Report(ObligationType report)
    {
        if (english)
        {
            return report.Names.English;
        }

        var name = Lower(One([report.Names.Vietnamese, .. report.Names.Aliases]));
        return Often.Where(o => name.EndsWith(o, StringComparison.Ordinal)).Select(o => name[..^o.Length]).FirstOrDefault(name);
    }

    public string Basis(Basis basis) => english ? basis.Names.English : One([basis.Names.Vietnamese, .. basis.Names.Aliases]);

    public string Kind(OrgUnitKind kind, bool single) =>
        (kind, english) switch
        {
            (OrgUnitKind.Department, true) => single ? "department" : "departments",
            (_, true) => single ? "district" : "districts",
            (OrgUnitKind.Department, false) => "sở",
            _ => One("quận, huyện", "quận huyện"),
        };

    public string Period(Period period)
    {
        var (n, y) = (period.Number, period.First.Year);
        return (period.Kind, english) switch
        {
            (PeriodKind.Year, false) => One($"năm {y}", $"{y}", $"năm {y}"),
            (PeriodKind.Year, true) => $"{y}",
            (PeriodKind.Quarter, false) => One(
                $"quý {Roman[n - 1]}/{y}",
                $"quý {n}/{y}",
                $"quý {Roman[n - 1]} năm {y}",
                $"quý {n} năm {y}",
                $"Q{n}/{y}",
                $"Q{n}-{y}",
                $"Q{n}-{y % 100}",
                $"quý {Words[n - 1]} năm {y}",
                $"quý {Roman[n - 1]}-{y}",
                $"q{n} {y}",
                $"q{n}.{y}"
            ),
            (PeriodKind.Quarter, true) => One(
                $"Q{n} {y}",
                $"Q{n}/{y}",
                $"the {Ordinals[n - 1]} quarter of {y}",
                $"{y} Q{n}",
                $"quarter {n} of {y}",
                $"Q{n} of {y}"
            ),
            (PeriodKind.Half, false) => n == 1
                ? One(
                    $"6 tháng đầu năm {y}",
                    $"sáu tháng đầu năm {y}",
                    $"06 tháng đầu năm {y}",
                    $"nửa đầu năm {y}",
                    $"6T đầu năm {y}",
                    $"6 tháng năm {y}"
                )
                : One($"6 tháng cuối năm {y}", $"nửa cuối năm {y}", $"sáu tháng cuối năm {y}"),
            (PeriodKind.Half, true) => One(
                $"the {Ordinals[n - 1]} half of {y}",
                $"H{n} {y}",
                n == 1 ? $"the first six months of {y}" : $"the second half of {y}"
            ),
            (PeriodKind.Month, false) => One($"tháng {n}/{y}", $"tháng {n} năm {y}", $"T{n}/{y}", $"tháng {n:00}/{y}", $"tháng {n}-{y}"),
            (PeriodKind.Month, true) => $"{period.First.ToString("MMMM", System.Globalization.CultureInfo.InvariantCulture)} {y}",
            (_, false) => One($"9 tháng năm {y}", $"9 tháng đầu năm {y}", $"chín tháng đầu năm {y}", $"9 tháng {y}"),
            _ => $"the first nine months of {y}",
        };
    }

    private static string Lower(string name) => char.IsLower(name[1]) ? char.ToLowerInvariant(name[0]) + name[1..] : name;

    /// <summary>A number held against a figure, with or without its measure.</summary>
    public string Amount(int number, MeasureUnit unit) =>
        (unit.Code, english) switch
        {
            ("percent", _) => $"{number}%",
            ("minutes", false) => One($"{number}", $"{number} phút"),
            ("minutes", true) => One($"{number}", $"{number} minutes"),
            ("hours", false) => One($"{number}", $"{number} giờ"),
            ("hours", true) => One($"{number}", $"{number} hours"),
            ("days", false) => One($"{number}", $"{number} ngày"),
            ("days", true) => One($"{number}", $"{number} days"),
            ("points", false) => One($"{number}", $"{number} điểm"),
            ("points", true) => One($"{number}", $"{number} points"),
            ("vnd", false) => One($"{number}.000", $"{number}.000 đồng", $"{number} nghìn đồng", $"{number} ngàn"),
            ("vnd", true) => One($"{number},000", $"{number},000 VND"),
            _ => $"{number}",
        };

    /// <summary>The same number in the unit of the figures.</summary>
    public static int Meant(int number, MeasureUnit unit) => unit.Code == "vnd" ? number * 1000 : number;

    private static bool IsEnglish(string name) =>
        name.All(char.IsAscii) && name.Split(' ') is { Length: > 1 } words
            ? words.Take(2).Any(w => w.Any(char.IsLower) && !Syllable.IsValidBare(w.ToLowerInvariant()))
            : name is "DTI";
}
