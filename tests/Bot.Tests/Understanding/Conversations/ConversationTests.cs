using Bot.Indicators.Readings;
using Bot.Understanding.Dialogues;
using Bot.Understanding.Questions;
using Xunit.Abstractions;

namespace Bot.Tests.Understanding.Conversations;

/// <summary>Conversations as people might have them, written down before they were tried; every turn of every one must be right.</summary>
public sealed class ConversationTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("batch-1.txt")]
    [InlineData("batch-2.txt")]
    [InlineData("batch-3.txt")]
    [InlineData("batch-4.txt")]
    [InlineData("batch-5.txt")]
    [InlineData("batch-6.txt")]
    [InlineData("batch-7.txt")]
    [InlineData("batch-8.txt")]
    [InlineData("batch-9.txt")]
    [InlineData("batch-10.txt")]
    [InlineData("mended.txt")]
    [InlineData("refused.txt")]
    public void Every_turn_is_read_as_it_was_meant(string file)
    {
        var reader = new QuestionReader();
        var faults = new List<string>();
        var (conversations, right, turns) = (0, 0, 0);
        foreach (var script in Script.ReadAll(file))
        {
            conversations++;
            DialogueState? state = null;
            string? query = null;
            var isRight = true;
            foreach (var turn in script.Turns)
            {
                turns++;
                var reading = reader.Read(new Question(turn.Says, script.Today, Dialogue: state), script.Catalogue);
                state = DialogueState.Next(state, reading);
                query = turn.QueryAfter(query, script.Catalogue) ?? query;
                if (turn.IsMetBy(reading, query))
                {
                    continue;
                }

                isRight = false;
                var sort = reading is Reading.Clear ? "WRONG" : "asked";
                faults.Add(
                    $"{sort} {script} | {turn.Says}\n    expected {(turn.Expected[0] is '?' or 'x' ? turn.Expected : query)}\n    read     {Cases.WithNearest(reading)}"
                );
                break;
            }

            right += isRight ? 1 : 0;
        }

        output.WriteLine($"{file}: {right} of {conversations} conversations right, {turns} turns");
        Assert.True(faults.Count == 0, $"{right} of {conversations} right\n{string.Join('\n', faults)}");
    }
}
