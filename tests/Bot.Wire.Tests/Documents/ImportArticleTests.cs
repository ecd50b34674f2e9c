using Bot.Testing;

namespace Bot.Wire.Tests.Documents;

/// <summary>The program itself reads the founding article into a store that has the catalogue alone.</summary>
public sealed class ImportArticleTests
{
    [Fact]
    public async Task An_approved_article_is_exported_chained_in_the_log_and_known_the_second_time()
    {
        await using var bot = await BotProcess.StartAsync(new Dictionary<string, string> { ["Store__Seed"] = "catalog" });
        var article = Path.Combine(BotProcess.Root, "tests/Bot.Tests/Cases/articles/founding-article.txt");

        var planned = await bot.RunAsync("import", article, "--dry-run");
        Assert.Equal(0, planned.ExitCode);
        Assert.DoesNotContain("full-online-offered", (await bot.RunAsync("export", "observations")).Printed, StringComparison.Ordinal);

        var imported = await bot.RunAsync("import", article, "--approve");

        Assert.Equal(0, imported.ExitCode);
        Assert.Contains("80% so với tổng số thủ tục hành chính thuộc thẩm quyền của Sở", imported.Printed, StringComparison.Ordinal);
        var observations = (await bot.RunAsync("export", "observations")).Printed;
        Assert.Contains("SYT,full-online-offered,eligible,2023-03-28,100,", observations, StringComparison.Ordinal);
        Assert.Contains("SYT,full-online-offered,all-procedures,2023-03-28,80,", observations, StringComparison.Ordinal);
        Assert.Equal(0, (await bot.RunAsync("verify")).ExitCode);

        Assert.Equal(0, (await bot.RunAsync("import", article, "--approve")).ExitCode);
        Assert.Equal(observations, (await bot.RunAsync("export", "observations")).Printed);
    }
}
