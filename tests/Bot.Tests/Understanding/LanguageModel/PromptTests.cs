using System.Text.Json;
using Bot.Indicators;
using Bot.Indicators.Periods;
using Bot.Testing;
using Bot.Understanding.LanguageModel;
using Bot.Understanding.Questions;

namespace Bot.Tests.Understanding.LanguageModel;

/// <summary>The files of <c>prompts/</c>: each is whole, and what its examples show is what the program takes.</summary>
public sealed class PromptTests
{
    public static TheoryData<string> Names() => [.. PromptBook.Names];

    [Fact]
    public void Every_file_of_the_folder_travels_with_the_program() =>
        Assert.Equal(
            Directory
                .GetFiles(Cases.PathOf("prompts"), "*.md")
                .Select(Path.GetFileName)
                .Where(f => f != "README.md")
                .Order(StringComparer.Ordinal),
            PromptBook.Names.Select(name => name["prompts/".Length..])
        );

    [Theory, MemberData(nameof(Names))]
    public void A_prompt_is_named_by_its_purpose_and_language_and_is_told_in_both(string name)
    {
        var file = Assert.Single(new PromptBook().Files, f => name == $"prompts/{f.Purpose}.{Cases.Mark(f.Language)}.md");

        Assert.InRange(file.Version, 1, int.MaxValue);
        Assert.InRange(file.MaxOutputTokens, 1, 4_000);
        Assert.NotEmpty(file.Examples);
        var other = file.Language == Language.English ? Language.Vietnamese : Language.English;
        Assert.Equal(file.Version, new PromptBook()[file.Purpose, other].Version);
        Assert.Equal(file.Answer, new PromptBook()[file.Purpose, other].Answer);
    }

    [Theory, InlineData(Language.Vietnamese), InlineData(Language.English)]
    public async Task The_example_of_a_question_is_read_by_the_program(Language language)
    {
        var rules = new QuestionReader();
        var reader = new ModelReader(rules, new PromptBook());
        foreach (var example in new PromptBook()["read-question", language].Examples)
        {
            using var input = JsonDocument.Parse(example.Input);
            var question = new Question(input.RootElement.GetProperty("question").GetString()!, new(2023, 4, 3));
            using var model = new FakeModel(_ => example.Output);

            var reading = await reader.ReadAsync(question, Cases.CanTho, rules.Read(question, Cases.CanTho), model, CancellationToken.None);

            Assert.NotNull(reading);
        }
    }

    [Theory, InlineData(Language.Vietnamese), InlineData(Language.English)]
    public void The_example_of_a_summary_passes_the_guard(Language language)
    {
        foreach (var example in new PromptBook()["summarise-result", language].Examples)
        {
            using var input = JsonDocument.Parse(example.Input);
            using var output = JsonDocument.Parse(example.Output);

            var summary = new SummaryGuard(Cases.CanTho, language, new(2023, 4, 3)).Of(
                [.. output.RootElement.GetProperty("sentences").EnumerateArray().Select(s => s.GetString()!)],
                [
                    .. input
                        .RootElement.GetProperty("facts")
                        .EnumerateArray()
                        .Select(f => new Bot.Indicators.Results.SaidFact(f.GetString()!)),
                ]
            );

            Assert.NotNull(summary);
        }
    }

    [Theory, InlineData(Language.Vietnamese), InlineData(Language.English)]
    public void The_facts_of_an_example_have_the_form_and_stand_in_its_passages(Language language)
    {
        var file = new PromptBook()["propose-facts", language];
        var form = file.Schema!.Value.GetProperty("properties").GetProperty("facts").GetProperty("items").GetProperty("required");
        var proposed = 0;
        foreach (var example in file.Examples)
        {
            using var input = JsonDocument.Parse(example.Input);
            using var output = JsonDocument.Parse(example.Output);
            foreach (var fact in output.RootElement.GetProperty("facts").EnumerateArray())
            {
                proposed++;
                Assert.Equal(
                    form.EnumerateArray().Select(static name => name.GetString()).Order(StringComparer.Ordinal),
                    fact.EnumerateObject().Select(static member => member.Name).Order(StringComparer.Ordinal)
                );
                var quote = fact.GetProperty("quote").GetString()!;
                Assert.Single(
                    input.RootElement.GetProperty("passages").EnumerateArray(),
                    passage => passage.GetString()!.Contains(quote, StringComparison.Ordinal)
                );
                Assert.Contains(fact.GetProperty("value").GetRawText(), quote, StringComparison.Ordinal);
                Assert.Contains(fact.GetProperty("unit").GetString(), Codes(input, "units"));
                Assert.Contains(fact.GetProperty("indicator").GetString(), Codes(input, "indicators"));
                Assert.True(Period.TryParse(fact.GetProperty("period").GetString()!, out _));
            }
        }

        Assert.InRange(proposed, 1, 10);
        Assert.Contains(
            file.Examples,
            static example => example.Output.Replace(" ", "", StringComparison.Ordinal).Contains("\"facts\":[]", StringComparison.Ordinal)
        );

        static IEnumerable<string?> Codes(JsonDocument input, string name) =>
            input.RootElement.GetProperty(name).EnumerateArray().Select(static item => item.GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("no front matter")]
    [InlineData("---\npurpose: x\n---\ntext")]
    [InlineData("---\npurpose: x\nlanguage: fr\nversion: 1\nmodel: { max_output_tokens: 9 }\nanswer: a\nexamples: []\n---\ntext")]
    [InlineData("---\npurpose: x\nlanguage: vi\nversion: one\nmodel: { max_output_tokens: 9 }\nanswer: a\nexamples: []\n---\ntext")]
    [InlineData("---\npurpose: x\nlanguage: vi\nversion: 1\nmodel: { max_output_tokens: 9 }\nanswer: a\nexamples: []\n---\n")]
    [InlineData("---\npurpose: [\n---\ntext")]
    public void A_file_that_is_not_whole_is_refused(string content) =>
        Assert.Throws<FormatException>(() => PromptFile.Read("prompts/x.vi.md", content));
}
