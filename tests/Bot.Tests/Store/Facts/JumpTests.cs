using Bot.Testing;

namespace Bot.Tests.Store.Facts;

/// <summary>Values in tables that are far from those of the period before are taken and named.</summary>
public sealed class JumpTests : IAsyncLifetime
{
    private const string Header = "org_unit,indicator,period,value\n";

    private TestStore _store = null!;

    public async Task InitializeAsync()
    {
        _store = await TestStore.CreateAsync("none");
        await _store.ImportAsync("org-units.csv", "code,kind,name_vi\nA,department,Sở A\nB,department,Sở B\n");
        await _store.ImportAsync("indicators.csv", "code,name_vi,unit\nrate,Tỷ lệ,percent\nfiles,Số hồ sơ,count\n");
        await _store.ImportAsync("observations.csv", Header + "A,rate,2023-Q1,20\nA,files,2023-Q1,100\nB,rate,2023,90\n");
    }

    public Task DisposeAsync() => _store.DisposeAsync().AsTask();

    [Theory]
    [InlineData("A,rate,2023-Q2,60", "A|rate||2023-Q2: 60, and 20 in 2023-Q1 (check it with the source)")]
    [InlineData("A,rate,2023-Q2,50", null)]
    [InlineData("A,files,2023-Q2,301", "A|files||2023-Q2: 301, and 100 in 2023-Q1 (check it with the source)")]
    [InlineData("A,files,2023-Q2,300", null)]
    [InlineData("A,files,2023-Q2,30", "A|files||2023-Q2: 30, and 100 in 2023-Q1 (check it with the source)")]
    [InlineData("B,rate,2023-Q2,10", null)]
    public async Task A_jump_is_named_and_taken_a_dry_run_names_it_too(string row, string? flag)
    {
        foreach (var dryRun in new[] { true, false })
        {
            var report = await _store.ImportAsync("observations.csv", Header + row + "\n", dryRun);

            Assert.Equal(1, Assert.Single(report.Tables).Added);
            Assert.Equal(flag, report.Flags.SingleOrDefault()?.Said());
        }
    }

    [Fact]
    public async Task Within_one_file_the_period_before_is_found_in_whatever_row_it_stands()
    {
        var report = await _store.ImportAsync("observations.csv", Header + "A,rate,2023-Q4,70\nA,rate,2023-Q3,30\n");

        Assert.Equal("A|rate||2023-Q4: 70, and 30 in 2023-Q3 (check it with the source)", Assert.Single(report.Flags).Said());
    }
}
