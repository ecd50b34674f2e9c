using Bot.Indicators.Contacts;
using Bot.Indicators.Results;
using Bot.Store.Querying;

namespace Bot.Tests.Store;

/// <summary>What stands beside a figure to judge it: its place, its change and its age, each only where it means something.</summary>
public sealed class JudgingTests(CityStore city) : IClassFixture<CityStore>
{
    [Theory]
    [InlineData("value(indicator=rate;units=D;basis=few)", 3, 3)] // 95, 95, 70
    [InlineData("value(indicator=rate;units=B;basis=few)", 1, 3)] // equal values share a place
    [InlineData("value(indicator=late;units=A)", 2, 2)] // lower is better
    [InlineData("value(indicator=score;units=A)", 2, 2)]
    public async Task A_named_unit_has_its_place_among_its_kind(string query, int rank, int ranked)
    {
        var figure = Assert.Single((await city.AskAsync<ValueResult>(query)).Figures);
        Assert.Equal((rank, ranked), (figure.Rank!.Value, figure.Ranked!.Value));
    }

    [Theory]
    [InlineData("value(indicator=rate;units=A;basis=all)")] // nobody else on that basis
    [InlineData("value(indicator=rate;units=D;basis=few;period=2023)")] // nobody else in that period
    [InlineData("value(indicator=rate;units=C;basis=few)")]
    [InlineData("value(indicator=rate;units=E)")] // words, and no other district
    [InlineData("value(indicator=place;units=A)")] // a place is not ranked again
    public async Task Where_nothing_compares_there_is_no_place(string query)
    {
        var figure = Assert.Single((await city.AskAsync<ValueResult>(query)).Figures);
        Assert.Null(figure.Rank);
        Assert.Null(figure.Ranked);
    }

    [Fact]
    public async Task A_proposed_figure_is_neither_ranked_nor_what_a_change_counts_from()
    {
        var inspector = new QueryScope(
            CityStore.Today,
            new Contact("i@example.org", "", "I", Role.Inspector, null, Bot.Indicators.Language.Vietnamese)
        );
        var newest = Assert.IsType<ValueResult>(await city.Store.AskAsync("value(indicator=rate;units=B;basis=few)", inspector)).Figures[0];
        var proposed = Assert
            .IsType<ValueResult>(await city.Store.AskAsync("value(indicator=rate;units=B;basis=few;period=2023-Q3)", inspector))
            .Figures[0];

        Assert.Equal("33", proposed.Figure.Amount!.ToString());
        Assert.Null(proposed.Rank);
        Assert.Null(newest.Previous);
        Assert.Null(newest.Change);
    }

    [Theory]
    [InlineData("rate", "few", 2024, 3, 31, null)] // the next quarter has just ended
    [InlineData("rate", "few", 2024, 6, 30, null)] // and now its report is due
    [InlineData("rate", "few", 2024, 7, 1, "0 6")]
    [InlineData("rate", "few", 2027, 2, 10, "3 1")]
    [InlineData("score", "", 2025, 12, 30, null)]
    [InlineData("score", "", 2025, 12, 31, "2 0")]
    public async Task A_figure_is_old_when_a_newer_one_should_be_there(
        string indicator,
        string basis,
        int year,
        int month,
        int day,
        string? age
    )
    {
        var query = $"value(indicator={indicator};units=A{(basis.Length > 0 ? ";basis=" + basis : "")})";
        var result = Assert.IsType<ValueResult>(await city.Store.AskAsync(query, new QueryScope(new(year, month, day), null)));
        Assert.Equal(age, result.Figures[0].Age is { } old ? $"{old.Years} {old.Months}" : null);
    }
}
