using Bot.Indicators.Results;
using Bot.Testing;

namespace Bot.Tests.Store;

public sealed class ValueTests
{
    [Fact]
    public async Task A_question_without_a_basis_gets_each_basis()
    {
        await using var store = await TestStore.CreateAsync();
        var result = Assert.IsType<ValueResult>(await store.AskAsync("value(indicator=full-online-offered;units=SYT)"));
        Assert.Equal(["eligible 100", "all-procedures 80"], result.Figures.Select(f => $"{f.Figure.Basis} {f.Figure.Amount}"));
        Assert.All(result.Figures, f => Assert.Equal(new DateOnly(2023, 3, 28), f.Figure.Provenance.AsOf));
    }
}
