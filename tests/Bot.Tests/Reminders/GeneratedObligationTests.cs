using Bot.Indicators.Periods;
using Bot.Reminders.Planning;

namespace Bot.Tests.Reminders;

public sealed class GeneratedObligationTests : IAsyncLifetime
{
    private PlanningBench _bench = null!;

    public async Task InitializeAsync() => _bench = await PlanningBench.CreateAsync();

    public Task DisposeAsync() => _bench.DisposeAsync().AsTask();

    [Fact]
    public void Units_owe_by_kind_for_the_time_that_they_exist_and_only_periods_that_are_reported()
    {
        var reporting = _bench.Policies.Current.Reporting;
        var owed = ObligationGenerator.Owed(_bench.Store.Catalogue, reporting, new(2023, 4, 3), new(2023, 12, 31)).ToList();
        Assert.Contains(owed, key => key.ToString() == "SYT|reform-report-half|2023-S1");
        Assert.Contains(owed, key => key.ToString() == "SYT|reform-report-year|2023");
        Assert.DoesNotContain(owed, key => key.Period.Kind == PeriodKind.Half && key.Period.Number == 2);
        Assert.DoesNotContain(owed, key => key.Type.Value == "digital-transformation-plan");
        Assert.All(
            owed,
            key =>
            {
                Assert.Contains(_bench.Store.Catalogue[key.Unit].Kind, _bench.Store.Catalogue[key.Type].OwedByKinds);
                Assert.True(_bench.Store.Catalogue[key.Unit].ExistedBetween(key.Period.First, key.Period.Last));
            }
        );
        Assert.Equal(owed.Count, owed.Distinct().Count());
    }

    [Fact]
    public async Task What_falls_due_after_the_first_planning_is_reminded_though_nothing_is_recorded()
    {
        await _bench.PlanAsync("2023-04-03");
        Assert.DoesNotContain(PlanningBench.Lines(await _bench.PlanAsync("2023-06-05")), line => line.Contains("reform-report-half"));
        var plan = await _bench.PlanAsync("2023-06-06");
        Assert.Contains($"{PlanningBench.Official} SYT|reform-report-half|2023-S1 before-10", PlanningBench.Lines(plan));
        Assert.Contains("contact:official.sgtvt@example.org SGTVT|reform-report-half|2023-S1 before-10", PlanningBench.Lines(plan));
    }

    [Fact]
    public async Task What_fell_due_before_the_first_planning_is_not_taken_for_missing()
    {
        var owed = await _bench.Owed.OnAsync(PlanningBench.Day("2023-04-03"), CancellationToken.None);
        Assert.DoesNotContain(owed, c => !c.IsRecorded && c.Obligation.Deadline < PlanningBench.Day("2023-04-03"));
        Assert.Contains(owed, c => !c.IsRecorded);
    }

    [Theory]
    [InlineData("reform-report-quarter", "2023-Q1", "2022-12-15", "2023-03-14")]
    [InlineData("reform-report-half", "2023-S1", "2022-12-15", "2023-06-14")]
    [InlineData("reform-report-quarter", "2023-Q3", "2023-06-15", "2023-09-14")]
    [InlineData("reform-report-year", "2023", "2022-12-15", "2023-12-14")]
    [InlineData("feedback-report", "2023-Q1", "2023-01-01", "2023-03-31")]
    public void Reports_count_for_the_days_of_the_letter(string type, string period, string first, string last)
    {
        Assert.True(Period.TryParse(period, out var read));
        Assert.Equal((PlanningBench.Day(first), PlanningBench.Day(last)), _bench.Policies.Current.Reporting.Days(type, read));
    }

    [Theory]
    [InlineData("reform-report-quarter", "2023-Q2", false)]
    [InlineData("reform-report-half", "2023-S2", false)]
    [InlineData("feedback-report", "2023-Q2", true)]
    public void Some_periods_have_no_report_of_their_own(string type, string period, bool reported)
    {
        Assert.True(Period.TryParse(period, out var read));
        Assert.Equal(reported, _bench.Policies.Current.Reporting.IsReported(type, read));
    }
}
