using Bot.Indicators;
using Bot.Indicators.Catalogues;
using Bot.Indicators.Readings;
using Bot.Testing;
using Bot.Tests.Store;
using Bot.Understanding.Lexicons;
using Bot.Understanding.Questions;

namespace Bot.Tests.Understanding;

public sealed class LexiconLintTests
{
    public static TheoryData<string> Known => new("can-tho", "phu-loc", "city");

    [Theory]
    [MemberData(nameof(Known))]
    public void The_seed_and_the_fixture_cities_have_no_undecided_clash(string name)
    {
        var catalogue = name switch
        {
            "can-tho" => Cases.CanTho,
            "phu-loc" => Cases.PhuLoc,
            _ => Catalogues.FromFolder(CaseFolder.Path(name)),
        };

        Assert.Empty(LexiconLint.Of(catalogue).Where(c => c.Decision == ClashDecision.Undecided).Select(Line));
    }

    [Theory]
    [InlineData("Xã Tân Ân", "Xã Tân An", ClashKind.Same, ClashDecision.Undecided)]
    [InlineData("Xã Tân An", "Xã Tân An", ClashKind.Same, ClashDecision.Undecided)]
    [InlineData("Xã Long Hòa", "Xã Long Hưa", ClashKind.Near, ClashDecision.NeverFuzzy)]
    [InlineData("Xã Minh Tân", "Xã Minh Tâng", ClashKind.Near, ClashDecision.NeverFuzzy)]
    [InlineData("Xã Tanf Phu", "Xã Tân Phú", ClashKind.Decoded, ClashDecision.Undecided)]
    public void Names_that_are_alike_are_found_in_each_way(string one, string other, ClashKind kind, ClashDecision decision)
    {
        var clash = Assert.Single(LexiconLint.Of(Communes(one, other)), c => c.Kind == kind);

        Assert.Equal(decision, clash.Decision);
    }

    [Theory]
    [InlineData("Xã Tân Phú", "Xã Long Hòa")]
    [InlineData("STC", "SYT")]
    public void Names_that_differ_enough_and_abbreviations_are_none(string one, string other) =>
        Assert.Empty(LexiconLint.Of(Communes(one, other)));

    [Fact]
    public void Units_that_follow_each_other_are_told_apart_by_the_period()
    {
        var catalogue = Units(
            Unit("A1", "Sở Xây dựng", OrgUnitKind.Department) with
            {
                ValidTo = new(2022, 12, 31),
            },
            Unit("A2", "Sở Xây dựng", OrgUnitKind.Department) with
            {
                ValidFrom = new(2023, 1, 1),
            }
        );

        Assert.Equal(ClashDecision.ByCue, Assert.Single(LexiconLint.Of(catalogue)).Decision);
    }

    [Fact]
    public void All_pairs_are_found_that_a_comparison_of_each_with_each_finds()
    {
        var random = new Random(7);
        var texts = Enumerable.Range(0, 400).Select(_ => Text(random)).Distinct().ToList();
        var slow =
            from one in texts
            from other in texts
            where one.Length < other.Length || one.Length == other.Length && string.CompareOrdinal(one, other) < 0
            where Distance(one, other) <= 2
            select (one, other);

        var found = NearTexts.Pairs(texts).ToHashSet();

        Assert.True(found.Count > 50);
        Assert.True(found.SetEquals(slow));
    }

    [Fact]
    public void Twenty_thousand_names_do_not_take_a_comparison_of_each_with_each()
    {
        var clashes = LexiconLint.Of(Catalogues.Of(20_000, 200)).Take(100_000).Count();

        Assert.True(clashes > 0);
    }

    [Theory]
    [InlineData("ty le ho so dung han cua xa tan an", true)]
    [InlineData("tỷ lệ hồ sơ đúng hạn của xã Tân An", false)]
    [InlineData("tỷ lệ hồ sơ đúng hạn của xã Tân Ân", false)]
    public void Where_a_clash_is_undecided_the_bot_asks(string question, bool asks)
    {
        // Only one of the two has figures: still the other may be meant.
        var catalogue = Units(
            [("A1", "on-time")],
            Unit("A1", "Xã Tân An", OrgUnitKind.Commune),
            Unit("A2", "Xã Tân Ân", OrgUnitKind.Commune)
        );

        var reading = new QuestionReader().Read(new Question(question, new(2024, 1, 15)), catalogue);

        if (asks)
        {
            var ambiguous = Assert.IsType<Reading.Ambiguous>(reading);
            Assert.Equal(ClarifyWhat.Unit, ambiguous.What);
            Assert.Equal(2, ambiguous.Choices.Count);
        }
        else
        {
            Assert.IsType<Reading.Clear>(reading);
        }
    }

    private static string Line(NameClash clash) => $"{clash.Kind}: {clash.One} / {clash.Other}";

    private static Catalogue Communes(params string[] names) =>
        Units([.. names.Select((name, i) => Unit($"X{i}", name, OrgUnitKind.Commune))]);

    private static OrgUnit Unit(string code, string name, OrgUnitKind kind) =>
        new()
        {
            Code = new(code),
            Kind = kind,
            Names = new(name, name, []),
        };

    private static Catalogue Units(params OrgUnit[] units) => Units([], units);

    private static Catalogue Units((string Unit, string Indicator)[] reported, params OrgUnit[] units) =>
        new(
            1,
            units,
            [
                new Indicator
                {
                    Code = new("on-time"),
                    Names = new("Tỷ lệ hồ sơ đúng hạn", "rate of dossiers on time", []),
                    Unit = MeasureUnit.Percent,
                },
            ],
            [],
            [],
            [],
            new([]),
            reported.Select(r => (new OrgUnitCode(r.Unit), new IndicatorCode(r.Indicator)))
        );

    private static string Text(Random random) => string.Concat(Enumerable.Range(0, random.Next(7, 12)).Select(_ => "abc"[random.Next(3)]));

    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var (corner, left) = (row[0], row[0] = i);
            for (var j = 1; j <= other.Length; j++)
            {
                left = Math.Min(Math.Min(row[j], left) + 1, corner + (one[i - 1] == other[j - 1] ? 0 : 1));
                (corner, row[j]) = (row[j], left);
            }
        }

        return row[^1];
    }
}
