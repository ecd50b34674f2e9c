using Bot.Indicators.Results;
using Bot.Store.Querying;
using Bot.Testing;

namespace Bot.Tests.Store;

/// <summary>Answers as they would have been on a day: what was recorded later is not in them, whatever the kind of question.</summary>
public sealed class KnownOnTests : IAsyncLifetime
{
    private const string Observations = "org_unit,indicator,basis,period,value,text,as_of,source,status,quote\n";
    private const string Targets = "indicator,basis,org_unit,period,comparator,value,legal_basis\n";

    private TestStore _store = null!;

    /// <summary>First import on 3 April 2023 in the city; corrected on the 10th, at seven in the evening of the 9th in Greenwich.</summary>
    public async Task InitializeAsync()
    {
        _store = await TestStore.CreateAsync("none");
        await _store.ImportAsync(CaseFolder.City());
        _store.Clock.Advance(TimeSpan.FromHours(6 * 24 + 17));
        await _store.ImportAsync("observations.csv", Observations + "D,rate,few,2023-Q4,99,,2023-12-31,R1,approved,\n");
        await _store.ImportAsync("targets.csv", Targets + "rate,few,D,2023,>=,100,QĐ 2\n");
    }

    public Task DisposeAsync() => _store.DisposeAsync().AsTask();

    [Theory]
    [InlineData("", "99", "100")]
    [InlineData(";known=2023-04-10", "99", "100")]
    [InlineData(";known=2023-04-09", "70", "65")]
    [InlineData(";known=2023-04-03", "70", "65")]
    public async Task A_figure_and_its_target_are_those_of_the_day(string known, string value, string target)
    {
        var figure = (await AskAsync<ValueResult>($"value(indicator=rate;units=D;basis=few{known})")).Figures[0];
        Assert.Equal((value, target), (figure.Figure.Amount!.ToString(), figure.Target!.Value.ToString()));
    }

    [Theory]
    [InlineData("", "D 99 #1, A 95 #2, B 95 #2")]
    [InlineData(";known=2023-04-09", "A 95 #1, B 95 #1, D 70 #3")]
    public async Task So_is_a_ranking(string known, string expected) =>
        Assert.Equal(
            expected,
            string.Join(
                ", ",
                (await AskAsync<RankingResult>($"rank(indicator=rate;units=kind:department;basis=few{known})")).Figures.Select(f =>
                    $"{f.Figure.Unit} {f.Figure.Amount} #{f.Rank}"
                )
            )
        );

    [Theory]
    [InlineData("", "4")]
    [InlineData(";known=2023-04-09", "-25")]
    public async Task So_is_a_comparison(string known, string difference) =>
        Assert.Equal(
            difference,
            (await AskAsync<CompareResult>($"compare(indicator=rate;units=D|A;basis=few{known})"))
                .Differences[0]
                .Difference.Signed.ToString()
        );

    [Theory]
    [InlineData("target(indicator=rate;units=D;basis=few;known=2023-04-09)", "5")]
    [InlineData("target(indicator=rate;units=D;basis=few)", "-1")]
    public async Task So_is_the_gap_to_a_target(string query, string gap) =>
        Assert.Contains((await AskAsync<TargetResult>(query)).Rows, r => r.Against?.Gap?.Signed.ToString() == gap);

    [Theory]
    [InlineData("filter(indicator=rate;units=kind:department;basis=few;against=>98;known=2023-04-10)", 1)]
    [InlineData("filter(indicator=rate;units=kind:department;basis=few;against=>98;known=2023-04-09)", 0)]
    public async Task So_is_a_filter(string query, int matching) =>
        Assert.Equal(matching, (await AskAsync<FilterResult>(query)).Matching.Count);

    [Theory]
    [InlineData("value(indicator=rate;units=D)")]
    [InlineData("rank(indicator=rate;units=all)")]
    [InlineData("compare(indicator=rate;units=D|A)")]
    [InlineData("filter(indicator=rate;units=all;against=>1)")]
    [InlineData("trend(indicator=rate;unit=A)")]
    [InlineData("change(indicator=rate;units=A)")]
    [InlineData("target(indicator=rate)")]
    [InlineData("aggregate(indicator=rate;units=all;function=max)")]
    public async Task Before_the_first_import_nothing_was_known(string query) =>
        await AskAsync<NoData>(query.Replace(")", ";known=2023-04-02)", StringComparison.Ordinal));

    private async Task<T> AskAsync<T>(string query)
        where T : Result => Assert.IsType<T>(await _store.AskAsync(query, new QueryScope(CityStore.Today, null)));
}
