using Bot.Commands;
using Bot.Indicators;
using Bot.Testing;
using Bot.Understanding.Lexicons;

namespace Bot.Tests.Commands;

public sealed class ClashTextTests
{
    private const string Units = """
        code,kind,name_vi,name_en,aliases,parent,valid_from,valid_to,successor
        X1,commune,Xã Tân An,Tan An Commune,,,,,
        X2,commune,Xã Tân Ân,Tân Ân Commune,,,,,
        """;

    [Fact]
    public async Task A_dry_run_says_which_new_names_are_alike_and_writes_nothing()
    {
        await using var store = await TestStore.CreateAsync("none");

        var report = await store.ImportAsync("org-units.csv", Units, dryRun: true);
        var text = ClashText.Write(LexiconLint.Of(report.WouldBe!), Language.English);

        Assert.Contains("unit \"Xã Tân An\" (X1) and unit \"Xã Tân Ân\" (X2): equal without diacritics", text, StringComparison.Ordinal);
        Assert.Contains("the bot asks", text, StringComparison.Ordinal);
        Assert.Contains("valid_from", text, StringComparison.Ordinal);
        Assert.Empty(store.Catalogue.Units);
    }

    [Fact]
    public async Task What_was_imported_is_looked_at_in_the_store()
    {
        await using var store = await TestStore.CreateAsync("none");

        var report = await store.ImportAsync("org-units.csv", Units);

        Assert.Null(report.WouldBe);
        Assert.Contains("X2", ClashText.Write(LexiconLint.Of(store.Catalogue), Language.Vietnamese), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_seed_gives_nothing_to_say()
    {
        await using var store = await TestStore.CreateAsync();

        Assert.Empty(ClashText.Write(LexiconLint.Of(store.Catalogue), Language.Vietnamese));
    }
}
