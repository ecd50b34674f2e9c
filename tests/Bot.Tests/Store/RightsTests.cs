using Bot.Indicators;
using Bot.Indicators.Contacts;
using Bot.Indicators.Results;
using Bot.Store.Querying;

namespace Bot.Tests.Store;

/// <summary>A proposed figure is shown only to those who may see it, whoever asked before.</summary>
public sealed class RightsTests(CityStore city) : IClassFixture<CityStore>
{
    private const string Proposed = "value(indicator=rate;units=B;basis=few;period=2023-Q3)";

    [Fact]
    public async Task The_cache_does_not_carry_a_proposed_figure_across_rights()
    {
        for (var round = 0; round < 2; round++)
        {
            Assert.Equal(ObservationStatus.Proposed, await Status(Role.Inspector, null));
            Assert.Null(await Status(Role.Official, "A"));
            Assert.Equal(ObservationStatus.Proposed, await Status(Role.Official, "B"));
            Assert.IsType<NoData>(await city.Store.AskAsync(Proposed, new QueryScope(CityStore.Today, null)));
        }
    }

    [Fact]
    public async Task A_proposal_never_stands_before_an_approved_figure_nor_in_a_ranking()
    {
        var scope = new QueryScope(CityStore.Today, Person(Role.Admin, null));
        Assert.IsType<NoData>(await city.Store.AskAsync("rank(indicator=rate;units=B;basis=few;period=2023-Q3)", scope));
        var newest = Assert.IsType<ValueResult>(await city.Store.AskAsync("value(indicator=rate;units=B;basis=few)", scope));
        Assert.Equal("2023-Q4", newest.Figures[0].Figure.Period.ToString());
    }

    private async Task<ObservationStatus?> Status(Role role, string? unit) =>
        (await city.Store.AskAsync(Proposed, new QueryScope(CityStore.Today, Person(role, unit))) as ValueResult)?.Figures[0].Figure.Status;

    private Contact Person(Role role, string? unit) =>
        new("x@example.org", "", "X", role, unit is null ? null : city.Store.Catalogue.Unit(unit)!.Code, Language.Vietnamese);
}
