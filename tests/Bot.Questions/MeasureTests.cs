using Bot.Asking;
using Bot.Evaluating;

namespace Bot.Questions;

public sealed class MeasureTests
{
    [Theory]
    [InlineData(0, 400, 0.0075)]
    [InlineData(0, 2, 1)]
    [InlineData(0, 0, 1)]
    [InlineData(1, 100, 0.0545)]
    [InlineData(50, 100, 0.5962)]
    public void The_bound_of_a_rate_is_the_rule_of_three_or_wilsons(int count, int of, double bound) =>
        Assert.Equal(bound, new Share(count, of).UpperBound, 0.0002);

    [Fact]
    public void Each_measure_counts_what_it_says()
    {
        JudgedCase[] cases =
        [
            Case("right", [], Turn("answered", Outcome.Answered, figures: true)),
            Case("asked back", [], Turn("answered", Outcome.Clarify, fault: "lacks n:1%")),
            Case("wrong", [], Turn("answered", Outcome.Answered, figures: true, fault: "WRONG", wrong: true)),
            Case("nothing there", [], Turn("noData", Outcome.NoData)),
            Case("should not have answered", [], Turn("noData", Outcome.Answered, figures: true, fault: "outcome")),
            Case("chain", [], Turn("answered", Outcome.Answered, figures: true), Turn("answered", Outcome.Answered, fault: "lacks x")),
            Case("variant", ["noise", "caps"], "wrong", Turn("answered", Outcome.Answered, figures: true)),
        ];

        var measures = Measures.Of(cases);

        Assert.Equal(new Share(3, 7), measures.Right);
        Assert.Equal(new Share(1, 5), measures.WrongNumbers);
        Assert.Equal(new Share(3, 6), measures.Accuracy);
        Assert.Equal(new Share(5, 6), measures.Coverage);
        Assert.Equal(new Share(1, 2), measures.AbstentionPrecision);
        Assert.Equal(new Share(1, 2), measures.AbstentionRecall);
        Assert.Equal(new Share(1, 6), measures.OverAsking);
        Assert.Equal(new Share(0, 1), measures.Chains);
        Assert.Equal((4 - 10.0) / 8, measures.Penalised);
        var caps = Assert.Single(measures.Variants);
        Assert.Equal(("caps", 100.0), (caps.Kind, caps.Points));
    }

    [Theory]
    [InlineData("""{"id":"a","tags":["no-data"],"turns":[{"say":"?"}]}""", 1)]
    [InlineData("""{"id":"a","turns":[{"say":"?","expect":{"noFigures":true}}]}""", 1)]
    [InlineData("""{"id":"a","tags":["ambiguous"],"turns":[{"say":"?"}]}""", 0)]
    [InlineData("""{"id":"a","tags":["value"],"turns":[{"say":"?"}]}""", 0)]
    public void A_file_without_outcomes_says_by_its_tags_where_no_answer_is_right(string line, int hopeless)
    {
        var asked = QuestionCases.Read(line);
        var judged = new JudgedCase(asked, [new("?", asked.Turns[0].Expect ?? new(), "", Outcome.NoData, false, [], TimeSpan.Zero)]);

        Assert.Equal(hopeless, Measures.Of([judged]).AbstentionRecall.Of);
    }

    private static JudgedCase Case(string id, string[] tags, params JudgedTurn[] turns) => Case(id, tags, null, turns);

    private static JudgedCase Case(string id, string[] tags, string? of, params JudgedTurn[] turns) =>
        new(new(id, [], null, tags, of), turns);

    private static JudgedTurn Turn(string want, Outcome outcome, bool figures = false, string? fault = null, bool wrong = false) =>
        new("?", new() { Outcome = want }, "", outcome, figures, fault is null ? [] : [new(fault, wrong)], TimeSpan.Zero);
}
