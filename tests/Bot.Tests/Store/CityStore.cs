using Bot.Indicators.Results;
using Bot.Store.Querying;
using Bot.Testing;

namespace Bot.Tests.Store;

/// <summary>The invented city of Cases/city, asked on 15 January 2024.</summary>
public sealed class CityStore : IAsyncLifetime
{
    public static DateOnly Today { get; } = new(2024, 1, 15);

    public TestStore Store { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Store = await TestStore.CreateAsync("none");
        var report = await Store.ImportAsync(CaseFolder.City());
        Assert.Empty(report.Errors);
    }

    public Task DisposeAsync() => Store.DisposeAsync().AsTask();

    public async Task<T> AskAsync<T>(string query)
        where T : Result => Assert.IsType<T>(await Store.AskAsync(query, new QueryScope(Today, null)));
}
