using Bot.Indicators.Queries;
using Bot.Indicators.Readings;
using Bot.Understanding.Dialogues;
using Bot.Understanding.Questions;
using Xunit.Abstractions;

namespace Bot.Tests.Understanding.Chains;

/// <summary>Made-up conversations, read turn by turn; what is read wrongly is worse than what is asked back.</summary>
public sealed class ChainTests(ITestOutputHelper output)
{
    private const int Many = 600;

    [Fact]
    public void Conversations_are_followed_and_no_turn_is_read_as_another()
    {
        var reader = new QuestionReader();
        var (right, asked, turns) = (0, 0, 0);
        var wrong = new List<string>();
        var open = new Dictionary<string, int>();
        for (var seed = 0; seed < Many; seed++)
        {
            DialogueState? state = null;
            var isRight = true;
            var said = "";
            foreach (var turn in new ChainMaker(Cases.VinhKhe, seed).Make())
            {
                said += (said.Length == 0 ? "" : " | ") + turn.Text;
                var reading = reader.Read(new Question(turn.Text, Cases.TodayInPhuLoc, Dialogue: state), Cases.VinhKhe);
                state = DialogueState.Next(state, reading);
                turns++;
                if (reading is Reading.Clear clear && clear.Query == turn.Expected)
                {
                    continue;
                }

                isRight = false;
                if (reading is Reading.Clear { Query: StoreQuery } other)
                {
                    wrong.Add($"{turn.Step}: {said}\n  expected {turn.Expected}\n  read     {other.Query}");
                }
                else
                {
                    asked++;
                    open[turn.Step] = open.GetValueOrDefault(turn.Step) + 1;
                    output.WriteLine($"{turn.Step}: {said}\n  expected {turn.Expected}\n  read     {Cases.Text(reading)}");
                }

                break;
            }

            right += isRight ? 1 : 0;
        }

        output.WriteLine($"chains right {right}/{Many}, turns {turns}, asked back {asked}, wrong {wrong.Count}");
        output.WriteLine(string.Join(", ", open.Select(o => $"{o.Key} {o.Value}")));
        output.WriteLine(string.Join('\n', wrong));
        Assert.Empty(wrong);
        Assert.True(right >= Many * 0.99, $"{right} of {Many} chains are right");
    }
}
