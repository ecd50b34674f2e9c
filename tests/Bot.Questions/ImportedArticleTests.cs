using Bot.Commands;
using Bot.Documents;
using Bot.Evaluating;
using Bot.Indicators;
using Bot.Store.Catalogues;
using Bot.Store.Facts;
using Bot.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace Bot.Questions;

/// <summary>The founding article, imported into a store that has the catalogue alone and approved, is asked about in English as the seed is.</summary>
public sealed class ImportedArticleTests(ITestOutputHelper output)
{
    [Fact]
    public async Task What_nobody_has_translated_is_found_and_told_in_English_too()
    {
        await using var store = await TestStore.CreateAsync("catalog");
        var ledger = store.Services.GetRequiredService<FactLedger>();
        var text = await File.ReadAllTextAsync(Path.Combine(BotProcess.Root, "tests/Bot.Tests/Cases/articles/founding-article.txt"));
        var reading = new DocumentReading(store.Services.GetRequiredService<CatalogueCache>(), ledger, _ => null);
        var review = await reading.ProposeAsync(new SourceDocument("founding-article.txt", text), "test", false, default);
        await ledger.ApproveAllAsync(review.Document, review.Version, "test", default);

        var cases = QuestionCase.ReadAll(Path.Combine(AppContext.BaseDirectory, "Cases", "imported.jsonl"));
        var judged = await QuestionRun.RunAsync(cases, store.Assistant, CancellationToken.None);

        output.WriteLine(EvalText.Write("imported.jsonl", Measures.Of(judged), Language.English));
        Assert.Empty(EvalText.Faults(judged));
    }
}
