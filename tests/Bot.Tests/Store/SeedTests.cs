using Bot.Indicators;
using Bot.Indicators.Obligations;
using Bot.Indicators.Results;
using Bot.Store;
using Bot.Store.Rows;
using Bot.Store.Tables;
using Bot.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Store;

/// <summary>The seed says what the founding article says, word for word, and nothing else.</summary>
public sealed class SeedTests
{
    [Theory]
    [InlineData("observations", "quote", 11)]
    [InlineData("findings", "quote", 25)]
    [InlineData("projects", "quote", 2)]
    [InlineData("obligations", "note", 2)]
    [InlineData("sources", "title", 1)]
    public async Task Every_quote_stands_in_the_article(string table, string column, int rows)
    {
        var article = await File.ReadAllTextAsync(Path.Combine(CaseFolder.Path("articles"), "founding-article.txt"));
        var read = TableFiles.Read(Seeding.Embedded(table), []).Single();
        var quotes = read.Rows.Select(row => row.Cells[read.Header.IndexOf(column)]).ToList();
        Assert.Equal(rows, quotes.Count);
        Assert.All(quotes, quote => Assert.Contains(quote, article, StringComparison.Ordinal));
        Assert.DoesNotContain("", quotes);
    }

    [Fact]
    public async Task It_holds_five_numbers_six_words_two_targets_two_projects_and_one_missing_plan()
    {
        await using var store = await TestStore.CreateAsync();
        await using var db = store.Services.GetRequiredService<IDbContextFactory<BotContext>>().CreateDbContext();
        var observations = await db.Set<ObservationRow>().ToListAsync();
        Assert.Equal([60m, 80m, 90m, 100m, 100m], observations.Select(o => o.Value).OfType<decimal>().Order());
        Assert.Equal(6, observations.Count(o => o.Value is null && o.Text.Length > 0));
        Assert.All(observations, o => Assert.Equal("2023-03-28", o.Period));
        Assert.Equal([5m, 10m], (await db.Set<Bot.Store.Rows.TargetRow>().ToListAsync()).Select(t => t.Value).Order());
        Assert.Equal(2, await db.Set<ProjectRow>().CountAsync());
        Assert.Equal("SYT digital-transformation-plan 2023", await Missing(db));
    }

    [Fact]
    public async Task Of_the_plans_of_the_transport_department_nothing_is_recorded()
    {
        await using var store = await TestStore.CreateAsync();
        var result = Assert.IsType<ObligationsResult>(
            await store.AskAsync("obligations(units=SGTVT;type=digital-transformation-plan;period=2023;aspect=issued)")
        );
        Assert.Empty(result.Obligations);
        Assert.Equal("SGTVT", Assert.Single(result.Unrecorded).Unit.Value);
    }

    [Theory]
    [InlineData("value(indicator=outgoing-signed;units=SYT)", "one-layer 100, two-layers chưa thực hiện")]
    [InlineData("value(indicator=outgoing-interconnected;units=SYT)", "outgoing 90")]
    [InlineData("value(indicator=full-online-used;units=SYT)", "full-online-offered thấp")]
    [InlineData("value(indicator=full-online-offered;units=SYT;basis=all-procedures)", "all-procedures 80")]
    [InlineData("value(indicator=full-online-offered;units=SYT;period=2023-03)", "eligible 100, all-procedures 80")]
    [InlineData("value(indicator=online-dossiers;units=SGTVT)", " còn ít")]
    [InlineData("value(indicator=online-on-national-portal;units=SGTVT)", "all-procedures tất cả")]
    public async Task Its_figures_are_answered(string query, string expected)
    {
        await using var store = await TestStore.CreateAsync();
        var result = Assert.IsType<ValueResult>(await store.AskAsync(query));
        Assert.Equal(
            expected,
            string.Join(", ", result.Figures.Select(f => $"{f.Figure.Basis} {f.Figure.Amount?.ToString() ?? f.Figure.Words}"))
        );
        Assert.All(result.Figures, f => Assert.Equal("Báo Cần Thơ", f.Figure.Provenance.Source?.Publisher));
    }

    [Fact]
    public async Task The_missing_plan_is_overdue_by_the_custom_of_the_field()
    {
        await using var store = await TestStore.CreateAsync();
        var result = Assert.IsType<ObligationsResult>(await store.AskAsync("obligations(units=SYT;state=missing|overdue)"));
        var plan = Assert.Single(result.Obligations);
        Assert.Equal((ObligationState.Overdue, new DateOnly(2023, 2, 28), 24), (plan.State, plan.Deadline, plan.WorkingDaysLate));
        Assert.Equal(2, result.OutOf);
    }

    [Fact]
    public async Task A_target_is_not_the_article_s_result()
    {
        await using var store = await TestStore.CreateAsync();
        var targets = Assert.IsType<TargetResult>(await store.AskAsync("target(period=2026)"));
        Assert.Equal(["5", "10"], targets.Rows.Select(row => row.Target.Value.ToString()));
        Assert.All(targets.Rows, row => Assert.Equal(OrgUnitKind.Department, row.Target.Kind));
        Assert.All(targets.Rows, row => Assert.Null(row.Against));
    }

    [Fact]
    public async Task A_merged_department_answers_with_its_own_figures_and_is_named_as_ended()
    {
        await using var store = await TestStore.CreateAsync();
        var scope = new Bot.Store.Querying.QueryScope(new DateOnly(2026, 11, 24), null);
        var result = await store.AskAsync("value(indicator=project-progress;units=SGTVT)", scope);
        Assert.Equal("60", Assert.IsType<ValueResult>(result).Figures[0].Figure.Amount!.ToString());
        Assert.Equal("SGTVT", Assert.Single(result.Ended).Value);
        Assert.IsType<NoData>(await store.AskAsync("value(indicator=project-progress;units=SXD-2507)", scope));
    }

    [Theory]
    [InlineData("catalog", 0, 0)]
    [InlineData("none", 0, 0)]
    [InlineData("article", 11, 4)]
    public async Task The_seed_is_chosen_by_its_name(string seed, int observations, int contacts)
    {
        await using var store = await TestStore.CreateAsync(seed);
        await using var db = store.Services.GetRequiredService<IDbContextFactory<BotContext>>().CreateDbContext();
        Assert.Equal(observations, await db.Set<ObservationRow>().CountAsync());
        Assert.Equal(contacts, await db.Set<ContactRow>().CountAsync());
        Assert.Equal(seed == "none", store.Catalogue.Units.Count == 0);
    }

    private static async Task<string> Missing(BotContext db)
    {
        var row = await db.Set<ObligationRow>().SingleAsync(o => o.Status == "missing");
        return $"{row.OrgUnit} {row.Type} {row.Period}";
    }
}
