using Bot.Store;
using Bot.Store.Audit;
using Bot.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Store.Audit;

public sealed class AuditLogTests : IAsyncLifetime
{
    private TestStore _store = null!;

    private AuditLog Log => _store.Services.GetRequiredService<AuditLog>();

    public async Task InitializeAsync()
    {
        _store = await TestStore.CreateAsync();
        foreach (var value in new[] { "1", "2", "3" })
        {
            await _store.ImportAsync("observations.csv", $"org_unit,indicator,basis,period,value\nSTP,overdue,settled,2023-Q1,{value}\n");
        }
    }

    public Task DisposeAsync() => _store.DisposeAsync().AsTask();

    [Fact]
    public async Task Imports_and_what_they_changed_are_entries_that_verify()
    {
        var actions = await Log.Export().Rows.Select(row => $"{row[3]} {row[5]} {row[8]}").ToListAsync();
        Assert.Equal(6, actions.Count);
        Assert.Equal("revise STP|overdue|settled|2023-Q1 observations.csv", actions[2]);
        Assert.Equal((6, null), await VerdictAsync());
    }

    [Theory]
    [InlineData("UPDATE audit SET \"New\" = replace(\"New\", '2', '7') WHERE \"Number\" = 3", 3)]
    [InlineData("UPDATE audit SET \"By\" = 'nobody' WHERE \"Number\" = 1", 1)]
    [InlineData("DELETE FROM audit WHERE \"Number\" = 4", 4)]
    [InlineData("DELETE FROM audit WHERE \"Number\" = 1", 1)]
    public async Task The_first_entry_that_was_tampered_with_is_named(string tampering, int broken)
    {
        await using (var db = _store.Services.GetRequiredService<IDbContextFactory<BotContext>>().CreateDbContext())
        {
            await db.Database.ExecuteSqlRawAsync(tampering);
        }

        Assert.Equal((broken - 1, broken), await VerdictAsync());
    }

    private async Task<(long Good, long? Broken)> VerdictAsync()
    {
        var verdict = await Log.VerifyAsync(CancellationToken.None);
        return (verdict.Good, verdict.Broken);
    }
}
