using Bot.Indicators.Queries;
using Bot.Indicators.Readings;

namespace Bot.Tests.Understanding;

public sealed class QuestionTests
{
    public static IEnumerable<object[]> CanTho => Cases.Lines("can-tho.txt");

    public static IEnumerable<object[]> PhuLoc => Cases.Lines("phu-loc.txt");

    public static IEnumerable<object[]> UnknownUnits => Cases.Lines("unknown-units.txt");

    public static IEnumerable<object[]> MustDiffer => Cases.Lines("must-differ.txt");

    [Theory]
    [InlineData("Chiều nay họp giao ban, nên nhờ trợ lý cho em biết ký số 1 lớp của Sở Y tế đạt bao nhiêu", "Chiều nay họp giao ban, nên")]
    [InlineData("Phòng đang viết tờ trình; xin cho biết ký số 1 lớp của Sở Y tế đạt bao nhiêu", "Phòng đang viết tờ trình;")]
    public void Why_somebody_asks_is_left_out_and_told(string question, string reasons)
    {
        var clear = Assert.IsType<Reading.Clear>(Cases.Read(question, Cases.CanTho, Cases.TodayInCanTho));

        Assert.Equal("value(indicator=outgoing-signed;units=SYT;basis=one-layer)", clear.Query.ToString());
        Assert.Equal([reasons], clear.Note.LeftOut);
    }

    [Theory]
    [InlineData("Sở Nội vụ đang họp, cho em biết ký số 1 lớp đạt bao nhiêu")]
    [InlineData("Năm 2022 họp nhiều, cho em biết ký số 1 lớp của Sở Y tế đạt bao nhiêu")]
    [InlineData("Họp với 12 phòng, cho em biết ký số 1 lớp của Sở Y tế đạt bao nhiêu")]
    [InlineData("Không tính văn bản mật đã xử lý, cho em biết ký số 1 lớp của Sở Y tế đạt bao nhiêu")]
    public void What_may_change_the_answer_is_never_left_out_as_a_reason(string question) =>
        Assert.NotEqual(
            "value(indicator=outgoing-signed;units=SYT;basis=one-layer)",
            Cases.Text(Cases.Read(question, Cases.CanTho, Cases.TodayInCanTho))
        );

    // Parting the parts again would double the work with every comma: this would not end in a lifetime.
    [Theory]
    [InlineData("gì, ")]
    [InlineData("nào và ")]
    [InlineData("which? ")]
    public async Task A_sentence_of_nothing_but_questions_is_read_to_an_end(string question)
    {
        var text = "Sở Y tế " + string.Concat(Enumerable.Repeat(question, 28));
        var reading = await Task.Run(() => Cases.Read(text, Cases.CanTho, Cases.TodayInCanTho)).WaitAsync(TimeSpan.FromSeconds(30));

        Assert.NotNull(reading);
    }

    [Theory]
    [MemberData(nameof(CanTho))]
    public void A_question_about_the_seed_reads_to_its_query(string conversation, string expected)
    {
        var reading = Cases.Read(conversation, Cases.CanTho, Cases.TodayInCanTho);

        Assert.Equal(expected, $"{Cases.Mark(reading.Language)} {Cases.Text(reading)}");
    }

    [Theory]
    [MemberData(nameof(PhuLoc))]
    public void A_question_about_another_city_reads_to_its_query(string conversation, string expected)
    {
        var reading = Cases.Read(conversation, Cases.PhuLoc, Cases.TodayInPhuLoc);

        Assert.Equal(expected, $"{Cases.Mark(reading.Language)} {Cases.Text(reading)}");
    }

    [Theory]
    [MemberData(nameof(UnknownUnits))]
    public void A_unit_that_is_not_in_the_catalogue_is_never_read_as_another(string question, string words)
    {
        var blocked = Assert.IsType<Reading.Blocked>(Cases.Read(question, Cases.PhuLoc, Cases.TodayInPhuLoc));

        Assert.Equal(BlockedBy.UnknownUnit, blocked.By);
        Assert.Equal(words, blocked.Words);
        // What is offered instead asks the same of a unit that there is.
        Assert.All(
            blocked.Nearest,
            q => Assert.True(q is ValueQuery { Units.IsNamed: true, Indicators: [{ Value: "overdue" or "results-electronic" }] })
        );
    }

    [Theory]
    [MemberData(nameof(MustDiffer))]
    public void A_word_that_changes_the_meaning_changes_the_reading(string one, string other)
    {
        var first = Cases.Text(Cases.Read(one, Cases.CanTho, Cases.TodayInCanTho));
        var second = Cases.Text(Cases.Read(other, Cases.CanTho, Cases.TodayInCanTho));

        Assert.NotEqual(first, second);
    }
}
