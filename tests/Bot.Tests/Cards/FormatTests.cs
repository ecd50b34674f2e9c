using Bot.Cards.Formats;
using Bot.Indicators;
using Bot.Indicators.Periods;
using Bot.Testing;

namespace Bot.Tests.Cards;

public sealed class FormatTests
{
    private static readonly Wording Vietnamese = new(Gallery.Vietnamese);
    private static readonly Wording English = new(Gallery.English);

    [Theory]
    [InlineData("80", "80%", "80%")]
    [InlineData("80.0", "80%", "80%")]
    [InlineData("85.5", "85,5%", "85.5%")]
    [InlineData("99.95", "99,95%", "99.95%")]
    [InlineData("0", "0%", "0%")]
    [InlineData("0.125", "0,125%", "0.125%")]
    [InlineData("1234.5", "1.234,5%", "1,234.5%")]
    [InlineData("-3.2", "−3,2%", "−3.2%")]
    public void A_percentage_is_written_exactly_as_stored(string stored, string vietnamese, string english)
    {
        var amount = Figures.Amount(decimal.Parse(stored, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(vietnamese, Vietnamese.Number(amount, MeasureUnit.Percent));
        Assert.Equal(english, English.Number(amount, MeasureUnit.Percent));
    }

    [Theory]
    [InlineData("count", "1234567", "1.234.567", "1,234,567")]
    [InlineData("points", "86.4", "86,4 điểm", "86.4 points")]
    [InlineData("rank", "3", "thứ 3", "place 3")]
    [InlineData("a-code-of-some-catalogue", "7", "7", "7")]
    public void A_unit_of_measure_is_in_words_and_an_unknown_code_is_never_shown(
        string measure,
        string stored,
        string vietnamese,
        string english
    )
    {
        var amount = Figures.Amount(decimal.Parse(stored, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(vietnamese, Vietnamese.Number(amount, new(measure)));
        Assert.Equal(english, English.Number(amount, new(measure)));
    }

    [Theory]
    [InlineData("reform-report-year", "2023", "Báo cáo cải cách hành chính năm 2023")]
    [InlineData("reform-report-half", "2023-S1", "Báo cáo cải cách hành chính 6 tháng đầu năm 2023")]
    [InlineData("reform-report-quarter", "2023-Q2", "Báo cáo cải cách hành chính quý II/2023")]
    [InlineData("digital-transformation-plan", "2023", "Kế hoạch chuyển đổi số năm 2023")]
    public void A_report_says_its_period_once(string type, string period, string name)
    {
        var catalogue = Understanding.Cases.CanTho;
        Assert.True(Period.TryParse(period, out var read));

        Assert.Equal(name, new Wording(Gallery.Vietnamese with { Catalogue = catalogue }).Name(catalogue.ObligationType(type)!.Code, read));
    }

    [Theory]
    [InlineData("6.2", "+6,2", "6,2 điểm phần trăm", "6.2 percentage points")]
    [InlineData("-1", "−1", "1 điểm phần trăm", "1 percentage point")]
    [InlineData("0", "0", "0 điểm phần trăm", "0 percentage points")]
    public void Percentages_differ_in_percentage_points(string stored, string signed, string vietnamese, string english)
    {
        var difference = Figures.Difference(decimal.Parse(stored, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(signed, Vietnamese.Signed(difference));
        Assert.Equal(vietnamese, Vietnamese.Size(difference));
        Assert.Equal(english, English.Size(difference));
    }

    [Theory]
    [InlineData("2023-03-28", "ngày 28/03/2023", "28 March 2023", "28/3/23")]
    [InlineData("2023-Q1", "quý I/2023", "Q1 2023", "I/23")]
    [InlineData("2024-Q4", "quý IV/2024", "Q4 2024", "IV/24")]
    [InlineData("2023-S1", "6 tháng đầu năm 2023", "the first half of 2023", "6T đầu/23")]
    [InlineData("2023-S2", "6 tháng cuối năm 2023", "the second half of 2023", "6T cuối/23")]
    [InlineData("2023", "năm 2023", "2023", "2023")]
    [InlineData("2023-03", "tháng 3/2023", "March 2023", "3/23")]
    [InlineData("2021/2025", "giai đoạn 2021-2025", "2021-2025", "21–25")]
    [InlineData("2023-01/2023-07", "7 tháng đầu năm 2023", "the first 7 months of 2023", "23–23")]
    [InlineData("2022-11/2023-02", "từ tháng 11/2022 đến tháng 2/2023", "November 2022 to February 2023", "22–23")]
    public void A_period_is_called_as_officials_call_it(string text, string vietnamese, string english, string shortly)
    {
        Assert.True(Period.TryParse(text, out var period));

        Assert.Equal(vietnamese, Vietnamese.When(period));
        Assert.Equal(english, English.When(period));
        Assert.Equal(shortly, PeriodNames.Short(period, Vietnamese));
    }

    [Theory]
    [InlineData("Tỷ lệ hồ sơ", "tỷ lệ hồ sơ")]
    [InlineData("PAR Index", "PAR Index")]
    [InlineData("Điểm DTI", "điểm DTI")]
    [InlineData("A", "A")]
    [InlineData("", "")]
    public void A_name_within_a_sentence_keeps_abbreviations(string name, string within) => Assert.Equal(within, Texts.Lower(name));

    [Theory]
    [InlineData("nói là 12,5% hay 12.5 %", "nói là …% hay …%")]
    [InlineData("[x](https://a.example) **b** `c` <at>d</at>", "x (https://a.example) b c at d /at")]
    [InlineData("  hai \u200b\n dòng ", "hai dòng")]
    public void Typed_words_lose_markdown_and_percentages(string typed, string quoted) => Assert.Equal(quoted, Texts.Typed(typed));

    [Fact]
    public void English_puts_the_before_departments() => Assert.Equal("the Department of Health", English.The(Figures.Health));

    [Fact]
    public void The_process_culture_plays_no_part()
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo("fr-FR");
            System.Globalization.CultureInfo.CurrentUICulture = System.Globalization.CultureInfo.GetCultureInfo("en");

            Assert.Equal("1.234,5%", Vietnamese.Number(Figures.Amount(1234.5m), MeasureUnit.Percent));
            Assert.Equal("28 March 2023", English.Date(Figures.InspectionDay));
            Assert.Equal("Đơn vị", Vietnamese["column.unit"]);
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
            System.Globalization.CultureInfo.CurrentUICulture = before;
        }
    }
}
