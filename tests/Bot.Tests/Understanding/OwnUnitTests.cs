using Bot.Indicators;
using Bot.Indicators.Readings;
using Bot.Understanding.Questions;

namespace Bot.Tests.Understanding;

/// <summary>"đơn vị tôi" is the unit of who asks, and of a guest nobody's: never all units.</summary>
public sealed class OwnUnitTests
{
    private static readonly OrgUnitCode Health = new("SYT");

    [Theory]
    [InlineData("đơn vị tôi còn thiếu kế hoạch gì?", "Sở Y tế còn thiếu kế hoạch gì?")]
    [InlineData("don vi toi con thieu ke hoach gi", "so y te con thieu ke hoach gi")]
    [InlineData("Ký số 1 lớp của sở mình đạt bao nhiêu?", "Ký số 1 lớp của Sở Y tế đạt bao nhiêu?")]
    [InlineData("Hạn chế của cơ quan chúng tôi là gì?", "Hạn chế của Sở Y tế là gì?")]
    [InlineData("what does my unit still owe?", "what does the Department of Health still owe?")]
    [InlineData("full-process online service rate of our department", "full-process online service rate of the Department of Health")]
    public void The_unit_of_who_asks_stands_in_its_place(string own, string named)
    {
        var reading = Assert.IsType<Reading.Clear>(Read(own, Health));

        Assert.Equal(Cases.Text(Read(named, null)), reading.Query.ToString());
    }

    [Theory]
    [InlineData("đơn vị tôi còn thiếu kế hoạch gì?")]
    [InlineData("don vi toi con thieu ke hoach gi")]
    [InlineData("Ký số 1 lớp của sở mình đạt bao nhiêu?")]
    [InlineData("what does my unit still owe?")]
    public void Of_a_guest_it_is_not_answered(string question) => Assert.IsNotType<Reading.Clear>(Read(question, null));

    private static Reading Read(string text, OrgUnitCode? own) =>
        new QuestionReader().Read(new Question(text, Cases.TodayInCanTho, Own: own), Cases.CanTho);
}
