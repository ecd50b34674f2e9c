using Bot.Indicators;
using Bot.Indicators.Queries;
using Bot.Indicators.Readings;
using Bot.Understanding.Dialogues;

namespace Bot.Tests.Understanding;

public sealed class DialogueTests
{
    public static IEnumerable<object[]> VinhKhe => Cases.Lines("vinh-khe.txt");

    [Theory]
    [MemberData(nameof(VinhKhe))]
    public void A_conversation_reads_to_the_query_of_its_last_turn(string conversation, string expected)
    {
        var reading = Cases.Read(conversation, Cases.VinhKhe, Cases.TodayInPhuLoc);

        Assert.Equal(expected, $"{Cases.Mark(reading.Language)} {Cases.Text(reading)}");
    }

    [Theory]
    [InlineData("Đơn vị nào có tỷ lệ hài lòng trên 90% quý 2/2023? | thôi bỏ điều kiện đó", InheritedSlot.Condition)]
    [InlineData("Đơn vị nào có tỷ lệ hài lòng trên 90% quý 2/2023? | xếp hạng thì sao?", InheritedSlot.Condition)]
    [InlineData("Hồ sơ tồn đọng của Sở Y tế quý 2/2022 | xu hướng?", InheritedSlot.Period)]
    [InlineData(
        "cashless fee rate against all transactions of the Department of Health in 2022 | and the satisfaction rate?",
        InheritedSlot.Basis
    )]
    public void What_cannot_be_kept_is_named(string conversation, InheritedSlot dropped)
    {
        var reading = Assert.IsType<Reading.Clear>(Cases.Read(conversation, Cases.VinhKhe, Cases.TodayInPhuLoc));

        Assert.Equal([dropped], reading.Note.Dropped);
        Assert.DoesNotContain(dropped, reading.Note.Inherited);
    }

    [Theory]
    [InlineData("Tỷ lệ hồ sơ trễ hạn của Sở Y tế quý 2/2023")]
    [InlineData("Tỷ lệ hồ sơ trễ hạn của Sở Vũ trụ quý 2/2023")]
    public void A_state_survives_its_row(string question)
    {
        var reading = Cases.Read(question, Cases.PhuLoc, Cases.TodayInPhuLoc);
        var state = DialogueState.Next(null, reading);

        Assert.Equal(state, DialogueState.FromTexts(state.ToTexts(), Cases.PhuLoc));
        Assert.IsType<ValueQuery>(state.LastQuery ?? state.Otherwise);
    }

    [Fact]
    public void A_query_over_another_catalogue_is_dropped_and_not_read_as_another()
    {
        var texts = new DialogueTexts("value(indicator=overdue;units=NOBODY)", ["rank(indicator=gone;units=all)"], "en", null);

        var state = DialogueState.FromTexts(texts, Cases.PhuLoc);

        Assert.Null(state.LastQuery);
        Assert.True(state.Choices.IsEmpty);
        Assert.Equal(Language.English, state.Language);
    }

    [Fact]
    public void What_a_follow_up_takes_over_is_listed()
    {
        var reading = Assert.IsType<Reading.Clear>(
            Cases.Read("Tỷ lệ hồ sơ trễ hạn của Sở Y tế quý 2/2023 | còn Sở Tài chính?", Cases.PhuLoc, Cases.TodayInPhuLoc)
        );

        Assert.Equal("value(indicator=overdue;units=STC;period=2023-Q2)", reading.Query.ToString());
        Assert.Contains(InheritedSlot.Indicator, reading.Note.Inherited);
        Assert.Contains(InheritedSlot.Period, reading.Note.Inherited);
        Assert.DoesNotContain(InheritedSlot.Units, reading.Note.Inherited);
    }

    [Fact]
    public void A_refused_question_leaves_nothing_to_follow_up_on_by_mistake()
    {
        var reading = Cases.Read("Tỷ lệ hồ sơ trễ hạn của Bộ Y tế | quý 2/2023 thì sao?", Cases.PhuLoc, Cases.TodayInPhuLoc);

        Assert.IsNotType<Reading.Clear>(reading);
    }
}
