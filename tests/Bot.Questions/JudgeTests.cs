using System.Text;
using Bot.Cards;
using Bot.Evaluating;
using Bot.Indicators;

namespace Bot.Questions;

public sealed class JudgeTests
{
    [Theory]
    [InlineData("n:80%", "đạt 80%", true)]
    [InlineData("n:80%", "đạt 80,0 %", true)]
    [InlineData("n:80%", "đạt 180%", false)]
    [InlineData("n:80%", "đạt 80,5%", false)]
    [InlineData("n:80%", "đạt 80 điểm", false)]
    [InlineData("n:85.5%", "85,5%", true)]
    [InlineData("n:85.5%", "85.50%", true)]
    [InlineData("n:1234", "1.234 hồ sơ", true)]
    [InlineData("n:1234", "1234,5", false)]
    [InlineData("n:-2.5%", "giảm −2,5%", true)]
    [InlineData("đủ điều kiện", "ĐU DIEU KIEN", true)]
    [InlineData("re:so (y te|noi vu)", "Sở Nội vụ", true)]
    [InlineData("re:^so y te$", "Sở Nội vụ", false)]
    public void An_item_is_found_as_a_reader_would_find_it(string item, string said, bool there)
    {
        Assert.Equal(there, Judge.Faults(new() { Has = [item] }, said, "answered").Count == 0);
        Assert.Equal(there, Judge.Faults(new() { HasNot = [item] }, said, "answered").Any(f => f.IsWrongFigure));
        Assert.Equal(
            there,
            Judge
                .Faults(
                    new()
                    {
                        HasAny =
                        [
                            ["nowhere", item],
                        ],
                    },
                    said,
                    "answered"
                )
                .Count == 0
        );
    }

    [Fact]
    public void A_percentage_outside_the_list_is_a_wrong_figure()
    {
        var only = QuestionCases.Read("""{"id":"a","turns":[{"say":"?","expect":{"figuresOnly":["80%",12.5]}}]}""").Turns[0].Expect!;

        Assert.Empty(Judge.Faults(only, "80% rồi 12,5%", "answered"));
        Assert.True(Assert.Single(Judge.Faults(only, "80% rồi 12%", "answered")).IsWrongFigure);
    }

    [Fact]
    public void Nothing_said_and_a_figure_where_there_is_none_are_faults()
    {
        Assert.False(Assert.Single(Judge.Faults(new(), " ", "answered")).IsWrongFigure);
        Assert.True(Assert.Single(Judge.Faults(new() { NoFigures = true }, "khoảng 5 %", "noData")).IsWrongFigure);
        Assert.False(Assert.Single(Judge.Faults(new() { Outcome = "clarify" }, "80%", "answered")).IsWrongFigure);
    }

    [Fact]
    public void What_buttons_hold_is_not_said_and_what_charts_draw_is()
    {
        const string card = """
            {"type":"AdaptiveCard","body":[{"type":"TextBlock","text":"một"},{"type":"Chart.Line","data":[{"legend":"hai","values":[{"x":"2023","y":80.5}]}]}],
            "actions":[{"type":"Action.Execute","title":"nút","data":{"text":"ẩn"}}],"refresh":{"text":"ẩn"}}
            """;
        var said = SaidText.Of(
            new CardMessage
            {
                Card = Encoding.UTF8.GetBytes(card),
                Summary = "tóm tắt",
                Language = Language.Vietnamese,
            }
        );

        Assert.Equal("tóm tắt\nmột\nhai\n80.5", said);
    }
}
