using System.Text.RegularExpressions;
using Bot.Indicators;
using Bot.Indicators.Catalogues;
using Bot.Tests.Understanding.Generated;

namespace Bot.Tests.Understanding.Conversations;

/// <summary>
/// Written conversations of a file. A line that is not indented begins one, indented lines go on with it, <c>@</c> names the city. In a
/// made-up city <c>{d1}</c> stands for a department, <c>{q1}</c> for a district, <c>{i1}</c> for an indicator and <c>{t1}</c> for a plan: in what is said for the
/// name (English with a capital letter), in what is expected for the code.
/// </summary>
internal sealed record Script(string City, DateOnly Today, Catalogue Catalogue, IReadOnlyList<ScriptedTurn> Turns)
{
    private static readonly int[] MadeUp = [3, 14, 27];

    public override string ToString() => $"{City}: {Turns[0].Says}";

    public static IEnumerable<Script> ReadAll(string file)
    {
        var city = "";
        var turns = new List<ScriptedTurn>();
        foreach (var line in File.ReadLines(Cases.PathOf("tests/Bot.Tests/Cases/understanding/conversations/" + file)).Append("@ end"))
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            if (line[0] != ' ' && turns.Count > 0)
            {
                foreach (var script in In(city, [.. turns]))
                {
                    yield return script;
                }

                turns.Clear();
            }

            if (line[0] == '@')
            {
                city = line[1..].Trim();
            }
            else
            {
                var parts = line.Split(" => ");
                turns.Add(new(parts[0].Trim(), parts[1].Trim()));
            }
        }
    }

    private static IEnumerable<Script> In(string city, ScriptedTurn[] turns) =>
        city switch
        {
            "can-tho" => [new(city, Cases.TodayInCanTho, Cases.CanTho, turns)],
            "phu-loc" => [new(city, Cases.TodayInPhuLoc, Cases.PhuLoc, turns)],
            "vinh-khe" => [new(city, Cases.TodayInPhuLoc, Cases.VinhKhe, turns)],
            _ => MadeUp.Select(n => Filled(new MadeUpCity(n, WordLists.Of(city)), $"{city} {n}", turns)),
        };

    private static Script Filled(MadeUpCity city, string name, ScriptedTurn[] turns)
    {
        var steady = city.Steady;
        var departments = steady.FindAll(u => u.Kind == OrgUnitKind.Department);
        var districts = steady.FindAll(u => u.Kind == OrgUnitKind.District);
        var indicators = city.Indicators.Where(i => i.Bases.Count == 0).SkipLast(1).ToList();
        return new(
            name,
            city.Today,
            city.Catalogue,
            [
                .. turns.Select(t => new ScriptedTurn(
                    Fill(t.Says, (names, english) => english ? names.Item1.English : names.Item1.Vietnamese),
                    Fill(t.Expected, (names, _) => names.Item2)
                )),
            ]
        );

        string Fill(string text, Func<(Names, string), bool, string> say) =>
            Regex.Replace(
                text,
                @"\{([dqitDQIT])(\d)\}",
                m =>
                {
                    var at = int.Parse(m.Groups[2].Value, null) - 1;
                    var of = m.Groups[1].Value.ToLowerInvariant() switch
                    {
                        "d" => (departments[at].Names, departments[at].Code.Value),
                        "q" => (districts[at].Names, districts[at].Code.Value),
                        "t" => (city.Plans[at].Names, city.Plans[at].Code.Value),
                        _ => (indicators[at].Names, indicators[at].Code.Value),
                    };
                    return say(of, char.IsUpper(m.Groups[1].Value[0]));
                }
            );
    }
}
