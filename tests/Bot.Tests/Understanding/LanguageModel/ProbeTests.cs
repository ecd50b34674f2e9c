using Bot.Indicators;
using Bot.Indicators.Queries;
using Bot.Indicators.Readings;
using Bot.Understanding.LanguageModel;
using Bot.Understanding.Questions;
using Xunit.Abstractions;

namespace Bot.Tests.Understanding.LanguageModel;

public sealed class ProbeTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Probe()
    {
        var rules = new QuestionReader();
        var reader = new ModelReader(rules, new PromptBook());
        foreach (var line in File.ReadLines("/tmp/probe.txt"))
        {
            var parts = line.Split(" => ");
            var q = new Question(parts[0], new DateOnly(2023, 4, 3));
            var before = rules.Read(q, Cases.CanTho);
            output.WriteLine(parts[0]);
            output.WriteLine("   rules: " + Cases.Text(before));
            if (parts.Length > 1)
            {
                var fake = new FakeModel(_ => Plan.Of(parts[1]));
                var after = await reader.ReadAsync(q, Cases.CanTho, before, fake, default);
                output.WriteLine("   model: " + (after is null ? "-" : Cases.Text(after)) + "  asked " + fake.Asked.Count);
                if (fake.Asked.Count > 0) output.WriteLine("   sent: " + fake.Asked[0][^1].Text.Length);
            }
        }
    }
}
