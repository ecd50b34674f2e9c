using Bot.Indicators.Obligations;
using Bot.Indicators.Periods;
using Bot.Indicators.Queries;
using Bot.Indicators.Results;
using Bot.Reminders.Planning;
using Bot.Store.Querying;

namespace Bot.Tests.Reminders;

public sealed class GeneratedObligationTests : IAsyncLifetime
{
    private const string HalfYear = "SYT|reform-report-half|2023-S1";

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
    public async Task What_is_still_to_fall_due_is_reminded_though_nothing_is_recorded_and_on_past_its_deadline()
    {
        Assert.DoesNotContain(PlanningBench.Lines(await _bench.PlanAsync("2023-06-05")), line => line.Contains("reform-report-half"));
        var plan = await _bench.PlanAsync("2023-06-06");
        Assert.Contains($"{PlanningBench.Official} SYT|reform-report-half|2023-S1 before-10", PlanningBench.Lines(plan));
        Assert.Contains("contact:official.sgtvt@example.org SGTVT|reform-report-half|2023-S1 before-10", PlanningBench.Lines(plan));
        Assert.Contains(
            $"{PlanningBench.Official} SYT|reform-report-half|2023-S1 overdue",
            PlanningBench.Lines(await _bench.PlanAsync("2023-06-21"))
        );
    }

    [Fact]
    public async Task What_fell_due_while_nobody_planned_is_made_up_and_says_how_late()
    {
        await _bench.PlanAsync("2023-06-02");
        var plan = await _bench.PlanAsync("2023-06-23");
        var card = Assert.Single(plan.Notices, n => n.Recipient == PlanningBench.Official);
        var item = Assert.Single(ReminderPayload.Parse(card.Payload).Items, i => i.Obligation == HalfYear);
        // Due on Tuesday, 20 June.
        Assert.Equal(("overdue", "overdue", 2), (item.Step, item.Wording, item.LateBy));
        Assert.DoesNotContain(PlanningBench.Lines(await _bench.PlanAsync("2023-06-23")), line => line.Contains("reform-report-half"));
    }

    [Theory]
    [InlineData(null, "2023-06-21")]
    [InlineData("2023-04-03", "2023-08-21")]
    public async Task A_first_planning_and_one_after_a_long_rest_leave_the_past_alone(string? before, string day)
    {
        if (before is not null)
        {
            await _bench.PlanAsync(before);
        }

        Assert.DoesNotContain(PlanningBench.Lines(await _bench.PlanAsync(day)), line => line.Contains("reform-report-half"));
        var owed = await _bench.Owed.OnAsync(PlanningBench.Day(day), CancellationToken.None);
        Assert.DoesNotContain(owed, c => !c.IsRecorded && c.Obligation.Deadline < PlanningBench.Day(day));
    }

    [Fact]
    public async Task A_ladder_that_begins_after_the_deadline_runs_as_well()
    {
        var folder = Directory.CreateTempSubdirectory("bot-ladders-");
        var file = Path.Combine(folder.FullName, "ladders.json");
        await File.WriteAllTextAsync(
            file,
            """
            {
              "sendFrom": "08:00", "sendUntil": "17:00", "cardsPerDay": 3, "digestOn": "monday",
              "ladders": [{ "code": "late", "types": [], "steps": [{ "code": "late-3", "offset": 3, "audiences": ["unit"], "wording": "overdue" }] }]
            }
            """
        );
        await using var bench = await PlanningBench.CreateAsync(file);
        List<string> went = [];
        for (var day = PlanningBench.Day("2023-06-16"); day <= PlanningBench.Day("2023-06-30"); day = day.AddDays(1))
        {
            var plan = await bench.PlanAsync($"{day:yyyy-MM-dd}");
            went.AddRange(PlanningBench.Lines(plan).Where(line => line.Contains(HalfYear)).Select(line => $"{day:yyyy-MM-dd} {line}"));
        }

        Assert.Equal([$"2023-06-23 {PlanningBench.Official} {HalfYear} late-3"], went);
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_preview_goes_on_as_if_the_days_between_had_been_planned()
    {
        await _bench.Store.ImportAsync("obligations.csv", "org_unit,type,period,deadline,status\nSYT,payroll-plan,2023,,missing\n");
        Dictionary<DateOnly, List<string>> shown = [];
        await foreach (var plan in _bench.Preview.PlansAsync(PlanningBench.Day("2023-06-06"), 21, default))
        {
            shown[plan.Day] = [.. PlanningBench.Lines(plan)];
        }

        Assert.Contains($"{PlanningBench.Official} {HalfYear} overdue", shown[PlanningBench.Day("2023-06-21")]);
        Assert.Empty(await _bench.DeliveriesAsync());
        foreach (var (day, lines) in shown)
        {
            Assert.Equal(PlanningBench.Lines(await _bench.PlanAsync($"{day:yyyy-MM-dd}")), lines);
        }
    }

    // What nobody is to be reminded of yet is in no answer; from its first step on it is, and says that nothing is recorded.
    [Fact]
    public async Task Answers_hold_what_has_opened_as_the_digest_does()
    {
        var query = new ObligationsQuery { Units = UnitSet.Of(_bench.Store.Catalogue.Unit("SGTVT")!.Code) };
        await _bench.PlanAsync("2023-06-05");
        Assert.Empty((await AskAsync(query, "2023-06-05")).Obligations);
        await _bench.PlanAsync("2023-06-06");
        var open = Assert.Single((await AskAsync(query, "2023-06-06")).Obligations);
        Assert.Equal(
            ("reform-report-half", "2023-S1", ObligationState.Due, false),
            (open.Type.Value, open.Period.ToString(), open.State, open.Provenance.IsRecorded)
        );
        await _bench.PlanAsync("2023-06-21");
        Assert.Equal(ObligationState.Overdue, (await AskAsync(query, "2023-06-21")).Obligations[0].State);
        Assert.Equal(
            (await _bench.Digest.SummaryAsync(PlanningBench.Day("2023-06-21"), default))
                .Overdue.Select(c => c.Key.ToString())
                .Order(StringComparer.Ordinal),
            (await AskAsync(new ObligationsQuery { States = [ObligationState.Overdue] }, "2023-06-21"))
                .Obligations.Select(o => $"{o.Unit}|{o.Type}|{o.Period}")
                .Order(StringComparer.Ordinal)
        );
        await _bench.Store.ImportAsync(
            "obligations.csv",
            "org_unit,type,period,status,document_number,issued_on\nSGTVT,reform-report-half,2023-S1,issued,45/BC-SGTVT,2023-06-20\n"
        );
        Assert.Equal(
            (ObligationState.Issued, true),
            (await AskAsync(query, "2023-06-21"))
                .Obligations.Where(o => o.Type.Value == "reform-report-half")
                .Select(o => (o.State, o.Provenance.IsRecorded))
                .Single()
        );
    }

    private async Task<ObligationsResult> AskAsync(ObligationsQuery query, string day) =>
        Assert.IsType<ObligationsResult>(
            await _bench.Get<QueryEngine>().RunAsync(query, new QueryScope(PlanningBench.Day(day), null), CancellationToken.None)
        );

    [Theory]
    [InlineData("reform-report-half", "2023-04-03", "2023-S1")]
    [InlineData("reform-report-half", "2023-11-03", "2023-S1")]
    [InlineData("reform-report-quarter", "2023-05-03", "2023-Q1")]
    [InlineData("reform-report-quarter", "2023-02-03", "2023-Q1")]
    [InlineData("reform-report-year", "2023-02-03", "2023")]
    [InlineData("feedback-report", "2023-04-03", null)]
    public void Which_period_is_meant_goes_by_the_frequency_of_the_type(string type, string day, string? period) =>
        Assert.Equal(
            period,
            _bench.Policies.Current.Reporting.Current(_bench.Store.Catalogue.ObligationType(type)!, PlanningBench.Day(day))?.ToString()
        );

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
