using Bot.Indicators.Obligations;
using Bot.Indicators.Results;

namespace Bot.Tests.Store;

/// <summary>Every kind of query over the invented city.</summary>
public sealed class QueryTests(CityStore city) : IClassFixture<CityStore>
{
    [Theory]
    [InlineData("value(indicator=rate;units=A)", "A few 2023-Q4 95, A all 2023-Q4 50")]
    [InlineData("value(indicator=rate;units=A;basis=few;period=2023-Q1)", "A few 2023-Q1 80.5")]
    [InlineData("value(indicator=rate;units=D;basis=few;period=2023)", "D few 2023 60")]
    [InlineData("value(indicator=late|rate;units=B;period=2023-Q4)", "B  2023-Q4 1, B few 2023-Q4 95")]
    public async Task Values_are_those_of_the_asked_cells(string query, string expected) =>
        Assert.Equal(expected, Text((await city.AskAsync<ValueResult>(query)).Figures));

    [Theory]
    [InlineData("value(indicator=rate;units=A;period=2023)")] // a quarter is no year
    [InlineData("value(indicator=rate;units=A;period=2023-S2)")]
    [InlineData("value(indicator=rate;units=A;period=2023-12-31)")]
    [InlineData("value(indicator=rate;units=A;period=2021/2023)")]
    [InlineData("value(indicator=rate;units=B;basis=all)")] // another basis is no answer
    [InlineData("value(indicator=score;units=D)")]
    public async Task Nothing_else_stands_in_for_what_is_missing(string query)
    {
        var result = await city.AskAsync<NoData>(query);
        Assert.NotEmpty(result.Absent);
        foreach (var near in result.Nearest)
        {
            Assert.IsNotType<NoData>(await city.Store.AskAsync(near.ToString(), new(CityStore.Today, null)));
        }
    }

    [Fact]
    public async Task A_figure_is_judged_on_its_own_basis()
    {
        var figures = (await city.AskAsync<ValueResult>("value(indicator=rate;units=A;claim=>=96)")).Figures;
        Assert.Equal(("90", "5", true, "90", "5", false), Judged(figures[0]));
        Assert.Null(figures[1].Target);
        Assert.Null(figures[1].Previous);
    }

    [Fact]
    public async Task A_unit_s_own_target_goes_before_that_of_its_kind_and_lower_may_be_better()
    {
        var own = (await city.AskAsync<ValueResult>("value(indicator=rate;units=D;basis=few;period=2023-Q4)")).Figures[0];
        Assert.Equal("65", own.Target!.Value.ToString());
        var late = (await city.AskAsync<ValueResult>("value(indicator=late;units=A)")).Figures[0];
        Assert.Equal((false, false, "1"), (late.TargetMet!.Value, late.Gap!.Better!.Value, late.Gap.Signed.ToString()));
    }

    [Fact]
    public async Task A_ranking_is_of_one_basis_and_period_and_equal_values_share_a_rank()
    {
        var result = await city.AskAsync<RankingResult>("rank(indicator=rate;units=kind:department)");
        Assert.Equal("A 95 #1, B 95 #1, D 70 #3", Ranks(result.Figures));
        Assert.Equal(("few", "2023-Q4", 3), (result.Basis.Value, result.Period.ToString(), result.Ranked));
        Assert.Equal("all", Assert.Single(result.OtherBases).Value);
        Assert.Empty(result.NotReported); // C had ended by then
    }

    [Fact]
    public async Task The_end_of_a_ranking_is_by_value_and_its_rank_by_merit()
    {
        Assert.Equal("A 95 #1, B 95 #1", Ranks((await city.AskAsync<RankingResult>("rank(indicator=rate;units=all;count=1)")).Figures));
        var late = await city.AskAsync<RankingResult>("rank(indicator=late;units=kind:department;end=lowest;count=1)");
        Assert.Equal("B 1 #1", Ranks(late.Figures));
        Assert.Equal("D", Assert.Single(late.NotReported).Value);
    }

    [Fact]
    public async Task Words_are_neither_ranked_nor_counted()
    {
        var all = await city.AskAsync<RankingResult>("rank(indicator=rate;units=all)");
        Assert.Equal(("E", "thấp"), (all.WordsOnly[0].Unit.Value, all.WordsOnly[0].Words));
        var refused = await city.AskAsync<Refusal>("rank(indicator=rate;units=kind:district)");
        Assert.Equal(RefusalReason.WordsOnly, refused.Reason);
        Assert.Equal("thấp", refused.Figures[0].Figure.Words);
    }

    [Theory]
    [InlineData("filter(indicator=rate;units=kind:department;against=>90)", "A, B", 1)]
    [InlineData("filter(indicator=rate;units=kind:department;against=<=70)", "D", 2)]
    [InlineData("filter(indicator=rate;units=kind:department;against=met)", "A, B, D", 0)]
    [InlineData("filter(indicator=late;units=kind:department;against=missed)", "A", 1)]
    public async Task A_filter_keeps_who_holds_and_counts_the_others(string query, string units, int others)
    {
        var result = await city.AskAsync<FilterResult>(query);
        Assert.Equal((units, others), (string.Join(", ", result.Matching.Select(f => f.Figure.Unit)), result.Others));
    }

    [Fact]
    public async Task Without_any_target_there_is_nothing_to_miss() =>
        await city.AskAsync<NoData>("filter(indicator=score;units=kind:department;against=missed)");

    [Fact]
    public async Task A_comparison_takes_the_first_from_the_second_within_a_basis()
    {
        var result = await city.AskAsync<CompareResult>("compare(indicator=rate;units=D|A)");
        Assert.Equal("D few 2023-Q4 70, A few 2023-Q4 95, A all 2023-Q4 50", Text(result.Figures));
        var difference = Assert.Single(result.Differences);
        Assert.Equal(
            ("few", "D", "A", "-25", "25"),
            (
                difference.Basis.Value,
                difference.First.Value,
                difference.Second.Value,
                difference.Difference.Signed.ToString(),
                difference.Difference.Size.ToString()
            )
        );
        Assert.Null(result.NotComparable);
    }

    [Theory]
    [InlineData("compare(indicator=rate;units=A|E;basis=few)", RefusalReason.WordsOnly)]
    [InlineData("compare(indicator=rate;units=C|D;basis=few)", RefusalReason.UnitChanged)]
    [InlineData("compare(indicator=rate;units=A|C;basis=few)", RefusalReason.DifferentPeriods)]
    [InlineData("compare(indicator=rate;units=B|F)", RefusalReason.DifferentBases)]
    public async Task What_does_not_compare_stands_side_by_side_with_the_reason(string query, RefusalReason reason)
    {
        var result = await city.AskAsync<CompareResult>(query);
        Assert.Empty(result.Differences);
        Assert.Equal((2, reason), (result.Figures.Count, result.NotComparable));
    }

    [Fact]
    public async Task A_trend_shows_gaps_and_no_change_across_them()
    {
        var series = Assert.Single((await city.AskAsync<TrendResult>("trend(indicator=rate;unit=A)")).Series);
        Assert.Equal(
            "2023-Q1 80.5 , 2023-Q2 90 9.5, 2023-Q4 95 ",
            string.Join(", ", series.Points.Select(p => $"{p.Figure.Period} {p.Figure.Amount} {p.Change?.Signed}"))
        );
        Assert.Equal("2023-Q3", Assert.Single(series.Missing).ToString());
    }

    [Theory]
    [InlineData("trend(indicator=score;unit=A)", RefusalReason.OnePoint)]
    [InlineData("trend(indicator=rate;unit=E)", RefusalReason.WordsOnly)]
    [InlineData("trend(indicator=rate;unit=D)", RefusalReason.DifferentPeriods)]
    [InlineData("aggregate(indicator=rate;units=kind:department;function=mean)", RefusalReason.MeanOfPercentages)]
    [InlineData("aggregate(indicator=place;units=kind:department;function=mean)", RefusalReason.MeanOfRanks)]
    [InlineData("change(indicator=rate;units=D;basis=few;from=2023;to=2023-Q4)", RefusalReason.DifferentPeriods)]
    public async Task What_makes_no_sense_is_refused_with_the_reason_and_the_figures(string query, RefusalReason reason)
    {
        var refusal = await city.AskAsync<Refusal>(query);
        Assert.Equal(reason, refusal.Reason);
        Assert.NotEmpty(refusal.Figures);
    }

    [Theory]
    [InlineData("change(indicator=rate;units=A;basis=few;from=2023-Q1;to=2023-Q4)", "80.5 95 14.5")]
    [InlineData("change(indicator=rate;units=A;basis=few;to=2023-Q2)", "80.5 90 9.5")]
    public async Task A_change_is_later_minus_earlier(string query, string expected)
    {
        var row = Assert.Single((await city.AskAsync<ChangeResult>(query)).Rows);
        Assert.Equal(expected, $"{row.Earlier.Amount} {row.Later.Amount} {row.Difference!.Signed}");
    }

    [Fact]
    public async Task A_change_from_what_is_missing_says_what_is_missing()
    {
        var result = await city.AskAsync<NoData>("change(indicator=rate;units=A;basis=few)");
        Assert.Equal("2023-Q3", Assert.Single(result.Absent).Period!.ToString());
    }

    [Theory]
    [InlineData("max", "95", "A, B")]
    [InlineData("min", "70", "D")]
    [InlineData("median", "95", "")]
    [InlineData("count", "3", "")]
    public async Task An_aggregate_is_of_one_basis_and_period(string function, string value, string at)
    {
        var result = await city.AskAsync<AggregateResult>($"aggregate(indicator=rate;units=kind:department;function={function})");
        Assert.Equal((value, at, "few"), (result.Value.ToString(), string.Join(", ", result.At), result.Basis.Value));
    }

    [Fact]
    public async Task A_mean_of_points_is_taken() =>
        Assert.Equal("82.5", (await city.AskAsync<AggregateResult>("aggregate(indicator=score;units=all;function=mean)")).Value.ToString());

    [Fact]
    public async Task Targets_come_with_the_figures_of_their_basis()
    {
        var result = await city.AskAsync<TargetResult>("target(indicator=rate;units=A)");
        Assert.Equal(("90", "5"), (result.Rows[0].Target.Value.ToString(), result.Rows[0].Against!.Gap!.Signed.ToString()));
        Assert.Equal("all", Assert.Single(result.WithoutTarget).Figure.Basis.Value);
    }

    [Fact]
    public async Task Coverage_names_who_has_not_reported()
    {
        var result = await city.AskAsync<CoverageResult>("coverage(indicator=late;units=kind:department)");
        Assert.Equal(
            ("A, B", "D"),
            (string.Join(", ", result.Reported.Select(f => f.Unit)), string.Join(", ", result.Absent.Select(a => a.Unit)))
        );
    }

    [Theory]
    [InlineData("A", "plan", "2023", ObligationState.Issued, "2023-01-30", null, null)] // 28 January was a Saturday
    [InlineData("B", "plan", "2023", ObligationState.IssuedLate, "2023-01-30", 3, null)]
    [InlineData("D", "plan", "2023", ObligationState.Overdue, "2023-12-20", 17, null)]
    [InlineData("A", "plan", "2024", ObligationState.Due, "2024-01-29", null, 10)]
    [InlineData("B", "plan", "2024", ObligationState.Upcoming, "2024-06-30", null, 119)]
    [InlineData("D", "plan", "2024", ObligationState.Waived, "2024-01-29", null, null)]
    [InlineData("A", "report", "2023-Q4", ObligationState.Missing, null, null, null)]
    public async Task An_obligation_s_state_is_that_of_the_day(
        string unit,
        string type,
        string period,
        ObligationState state,
        string? deadline,
        int? late,
        int? left
    )
    {
        var result = await city.AskAsync<ObligationsResult>($"obligations(units={unit};type={type};period={period})");
        var one = Assert.Single(result.Obligations);
        Assert.Equal(
            (state, deadline, late, left),
            (
                one.State,
                one.Deadline?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                one.WorkingDaysLate,
                one.WorkingDaysLeft
            )
        );
    }

    [Fact]
    public async Task The_most_urgent_obligation_comes_first_and_the_filter_says_out_of_how_many()
    {
        var result = await city.AskAsync<ObligationsResult>("obligations(state=overdue|missing|due)");
        Assert.Equal("D, A, A", string.Join(", ", result.Obligations.Select(o => o.Unit)));
        Assert.Equal(7, result.OutOf);
    }

    [Fact]
    public async Task A_deadline_is_that_of_the_rule_moved_to_a_working_day()
    {
        var result = await city.AskAsync<ObligationsResult>("obligations(type=plan;period=2024;aspect=deadline)");
        Assert.Equal(new DateOnly(2024, 1, 29), Assert.Single(result.Deadlines).Deadline);
    }

    [Fact]
    public async Task The_origins_of_an_answer_are_those_of_its_figures()
    {
        var result = await city.AskAsync<ProvenanceResult>("provenance(of=value(indicator=late;units=A|B))");
        Assert.IsType<ValueResult>(result.Of);
        Assert.Equal("R1", Assert.Single(result.Origins).Source!.Code);
    }

    [Fact]
    public async Task A_unit_at_a_glance_holds_its_newest_figures_and_what_it_owes()
    {
        var result = await city.AskAsync<ProfileResult>("profile(unit=A)");
        Assert.Equal((5, 3), (result.Figures.Count, result.Obligations.Count));
    }

    private static string Text(IEnumerable<JudgedFigure> figures) =>
        string.Join(", ", figures.Select(f => $"{f.Figure.Unit} {f.Figure.Basis} {f.Figure.Period} {f.Figure.Amount}"));

    private static string Ranks(IEnumerable<JudgedFigure> figures) =>
        string.Join(", ", figures.Select(f => $"{f.Figure.Unit} {f.Figure.Amount} #{f.Rank}"));

    private static (string, string, bool, string, string, bool) Judged(JudgedFigure f) =>
        (
            f.Target!.Value.ToString(),
            f.Gap!.Signed.ToString(),
            f.TargetMet!.Value,
            f.Previous!.Amount!.ToString(),
            f.Change!.Signed.ToString(),
            f.ClaimHolds!.Value
        );
}
