using System.Text.Json.Nodes;
using Bot.Indicators.Proposals;
using Bot.Testing;
using Bot.Understanding.LanguageModel;
using Bot.Understanding.Statements;
using Microsoft.Extensions.AI;

namespace Bot.Tests.Understanding.LanguageModel;

/// <summary>What a model proposes on sentences that the rules left open counts only where all of it stands in the document.</summary>
public sealed class FactProposerTests
{
    private const string Words = "gửi qua trục liên thông văn bản thì văn bản đi của Sở Y tế nay chiếm 91%";

    private const string Text = $"""
        Cần Thơ, ngày 28/03/2023

        Đoàn kiểm tra làm việc tại Sở Y tế về cải cách hành chính. Khi {Words} như báo cáo nêu.
        """;

    private static readonly StatementReader Rules = new(Cases.CanTho);

    [Fact]
    public void The_rules_leave_the_sentence_open() =>
        Assert.Contains(Rules.Read(Text, null).Open, passage => passage.Named.Contains("91", StringComparison.Ordinal));

    [Fact]
    public async Task A_proposal_that_stands_in_the_document_is_made_in_the_place_of_what_was_open()
    {
        var read = await AddAsync(Fact());
        var fact = Assert.IsType<ProposedObservation>(Assert.Single(read.Facts, fact => fact.ByModel));
        Assert.Equal(("SYT", "outgoing-interconnected", 91m), (fact.Unit.Value, fact.Indicator.Value, fact.Value));
        Assert.Equal(Words, Text.Substring(fact.Quote.Start, fact.Quote.Text.Length));
        Assert.DoesNotContain(read.Open, passage => passage.Named.Contains("91", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("quote", "văn bản đi của Sở Y tế chiếm 91%")]
    [InlineData("quote", "văn bản đi của Sở Y tế nay")]
    [InlineData("quote", "")]
    [InlineData("unit", "SGTVT")]
    [InlineData("unit", "NOBODY")]
    [InlineData("indicator", "satisfaction")]
    [InlineData("indicator", "overdue")]
    [InlineData("indicator", "invented")]
    [InlineData("basis", "received")]
    [InlineData("basis", "")]
    [InlineData("period", "2022")]
    [InlineData("period", "2023-Q1")]
    [InlineData("period", "last year")]
    public async Task What_does_not_stand_there_is_not_proposed(string member, string value)
    {
        var fact = Fact();
        fact[member] = value;
        Same(await AddAsync(fact));
    }

    [Theory]
    [InlineData("Sở Giao thông vận tải cũng báo cáo.", "SYT", true)]
    [InlineData("Sở Giao thông vận tải cũng báo cáo.", "SGTVT", false)]
    [InlineData("Năm 2021 thì khác.", "SYT", true)]
    public async Task Who_else_is_named_before_is_not_meant(string before, string unit, bool proposed)
    {
        var text = Text.Replace("Khi " + Words, $"{before} Khi {Words}", StringComparison.Ordinal);
        var fact = Fact();
        fact["unit"] = unit;
        using var model = new FakeModel(_ => new JsonObject { ["facts"] = new JsonArray(fact) }.ToJsonString());
        var read = await new FactProposer(new PromptBook()).AddAsync(
            text,
            Rules.Read(text, null),
            Cases.CanTho,
            model,
            CancellationToken.None
        );
        Assert.Equal(proposed, read.Facts.Any(f => f.ByModel));
    }

    [Theory]
    [InlineData(19)]
    [InlineData(91.5)]
    [InlineData(0.91)]
    public async Task A_number_that_does_not_stand_there_is_not_proposed(double value)
    {
        var fact = Fact();
        fact["value"] = value;
        Same(await AddAsync(fact));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"facts\":{}}")]
    [InlineData("{\"facts\":[null,1,\"x\",[]]}")]
    [InlineData("{\"facts\":[{\"quote\":\"91%\"}]}")]
    [InlineData("{\"facts\":[{\"quote\":")]
    [InlineData("{\"facts\":[{\"quote\":\"\\ud800\"}]}")]
    [InlineData("{\"facts\":[{\"\\udc00\":1}]}")]
    public async Task What_is_not_in_the_form_is_nothing(string answer)
    {
        using var model = new FakeModel(_ => answer);
        Same(await AddAsync(model));
    }

    [Fact]
    public async Task Members_that_were_not_asked_for_are_refused()
    {
        var fact = Fact();
        fact["status"] = "approved";
        Same(await AddAsync(fact));
    }

    [Fact]
    public async Task Without_an_answer_the_document_is_read_as_ever()
    {
        using var model = new FakeModel(_ => throw new ModelUnavailableException(ModelUnavailable.Slow));
        Same(await AddAsync(model));
    }

    [Fact]
    public async Task Nobody_is_asked_where_nothing_is_open()
    {
        using var model = new FakeModel(_ => "{}");
        var read = Rules.Read("Sở Y tế đã ban hành kế hoạch.", null) with { Open = [] };
        Assert.Same(read, await new FactProposer(new PromptBook()).AddAsync("Sở Y tế.", read, Cases.CanTho, model, CancellationToken.None));
        Assert.Empty(model.Asked);
    }

    private static JsonObject Fact() =>
        new()
        {
            ["quote"] = Words,
            ["unit"] = "SYT",
            ["indicator"] = "outgoing-interconnected",
            ["basis"] = "outgoing",
            ["period"] = "2023-03-28",
            ["value"] = 91,
        };

    private static void Same(Extraction read)
    {
        var before = Rules.Read(Text, null);
        Assert.Equal(before.Facts.AsEnumerable(), read.Facts.AsEnumerable());
        Assert.Equal(before.Open.Count, read.Open.Count);
    }

    private static async Task<Extraction> AddAsync(JsonObject fact)
    {
        using var model = new FakeModel(_ => new JsonObject { ["facts"] = new JsonArray(fact) }.ToJsonString());
        var read = await AddAsync(model);
        Assert.Single(model.Asked);
        return read;
    }

    private static Task<Extraction> AddAsync(IChatClient model) =>
        new FactProposer(new PromptBook()).AddAsync(Text, Rules.Read(Text, null), Cases.CanTho, model, CancellationToken.None);
}
