using Bot.Indicators.Periods;
using FsCheck.Xunit;

namespace Bot.Tests.Indicators;

public sealed class PeriodTests
{
    [Theory]
    [InlineData("2023", PeriodKind.Year, "2023-01-01", "2023-12-31")]
    [InlineData("2023-S1", PeriodKind.Half, "2023-01-01", "2023-06-30")]
    [InlineData("2023-S2", PeriodKind.Half, "2023-07-01", "2023-12-31")]
    [InlineData("2023-Q4", PeriodKind.Quarter, "2023-10-01", "2023-12-31")]
    [InlineData("2024-02", PeriodKind.Month, "2024-02-01", "2024-02-29")]
    [InlineData("2023-03-28", PeriodKind.Day, "2023-03-28", "2023-03-28")]
    [InlineData("2021/2025", PeriodKind.SpanOfYears, "2021-01-01", "2025-12-31")]
    [InlineData("2023-01/2023-07", PeriodKind.SpanOfMonths, "2023-01-01", "2023-07-31")]
    public void The_text_form_of_the_tables_is_read_and_written(string text, PeriodKind kind, string first, string last)
    {
        Assert.True(Period.TryParse(text, out var period));
        Assert.Equal((kind, first, last), (period.Kind, period.First.ToString("O"), period.Last.ToString("O")));
        Assert.Equal(text, period.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("23")]
    [InlineData("2023-Q5")]
    [InlineData("2023-S3")]
    [InlineData("2023-13")]
    [InlineData("2023-02-29")]
    [InlineData("2025/2021")]
    [InlineData("2023/2023-07")]
    [InlineData("2023-Q1/2023-Q3")]
    [InlineData("1234")]
    [InlineData("2023-1")]
    [InlineData(null)]
    public void Anything_else_is_no_period(string? text) => Assert.False(Period.TryParse(text, out _));

    [Theory]
    [InlineData("2023-Q1", "2022-Q4", "2022-Q1")]
    [InlineData("2023", "2022", "2022")]
    [InlineData("2023-S1", "2022-S2", "2022-S1")]
    [InlineData("2024-03", "2024-02", "2023-03")]
    [InlineData("2024-02-29", null, "2023-02-28")]
    [InlineData("2021/2025", null, "2020/2024")]
    [InlineData("2023-01/2023-07", null, "2022-01/2022-07")]
    public void The_period_before_and_the_year_before_have_the_same_length(string text, string? previous, string yearEarlier)
    {
        Assert.True(Period.TryParse(text, out var period));
        Assert.Equal((previous, yearEarlier), (period.Previous()?.ToString(), period.YearEarlier().ToString()));
    }

    [Property]
    public bool Neighbours_leave_no_day_out(byte yearsFrom2000, byte which)
    {
        var year = 2000 + yearsFrom2000 % 100;
        Period period = (which % 4) switch
        {
            0 => Period.Year(year),
            1 => Period.Half(year, 1 + which % 2),
            2 => Period.Quarter(year, 1 + which % 4),
            _ => Period.Month(year, 1 + which % 12),
        };
        return period.Previous()!.Last.AddDays(1) == period.First && period.CompareTo(period.Previous()) > 0 && period.Covers(period);
    }
}
