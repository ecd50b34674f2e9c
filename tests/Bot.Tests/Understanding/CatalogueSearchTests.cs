using Bot.Indicators.Queries;
using Bot.Understanding.Searching;

namespace Bot.Tests.Understanding;

/// <summary>What a search box offers while somebody types.</summary>
public sealed class CatalogueSearchTests
{
    [Theory]
    [InlineData("sở y tế")]
    [InlineData("so y te")]
    [InlineData("SYT")]
    [InlineData("s y t")]
    [InlineData("department of hea")]
    public void A_unit_is_found_by_how_its_names_begin(string typed) =>
        Assert.Contains(Find(typed), query => query is ProfileQuery { Unit.Value: "SYT" });

    [Fact]
    public void Words_of_both_find_the_figure_first() =>
        Assert.Equal("value(indicator=full-online-offered;units=SYT)", Find("toàn trình y tế")[0].ToString());

    [Fact]
    public void Whatever_is_offered_is_there() =>
        Assert.All(
            Find("sở").Concat(Find("tỷ lệ")),
            query => Assert.True(QueryText.TryRead(query.ToString(), Cases.CanTho, out _, out var error), error)
        );

    [Theory, InlineData(""), InlineData("   "), InlineData("?!"), InlineData("qwzx"), InlineData("sở qwzx")]
    public void What_begins_no_name_finds_nothing(string typed) => Assert.Empty(Find(typed));

    [Fact]
    public void Nothing_is_offered_twice()
    {
        var found = Find("sở");
        Assert.Equal(found.Count, found.Distinct().Count());
    }

    // More words than there are bits would wrap around.
    [Fact]
    public void A_long_text_is_no_fault() => Assert.Empty(Find(string.Join(' ', Enumerable.Range(0, 200).Select(i => $"từ{i}"))));

    [Fact]
    public void Of_units_that_follow_each_other_the_present_one_is_offered() =>
        Assert.Equal(
            ["SYT-2507"],
            CatalogueSearch
                .Find("sở y tế", Cases.CanTho, Cases.TodayInCanTho)
                .OfType<ProfileQuery>()
                .Select(query => query.Unit.Value)
                .Where(code => code.StartsWith("SYT", StringComparison.Ordinal))
        );

    private static List<StoreQuery> Find(string typed) => [.. CatalogueSearch.Find(typed, Cases.CanTho, new DateOnly(2023, 4, 3))];
}
