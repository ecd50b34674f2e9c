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
    [InlineData("UPDATE audit SET \"Hash\" = (SELECT \"Hash\" FROM audit WHERE \"Number\" = 2) WHERE \"Number\" = 5", 5)]
    [InlineData(
        "UPDATE audit SET \"Number\" = 99 WHERE \"Number\" = 3; UPDATE audit SET \"Number\" = 3 WHERE \"Number\" = 4; UPDATE audit SET \"Number\" = 4 WHERE \"Number\" = 99",
        3
    )]
    [InlineData("DELETE FROM audit WHERE \"Number\" = 3; UPDATE audit SET \"Number\" = \"Number\" - 1 WHERE \"Number\" > 3", 3)]
    public async Task The_first_entry_that_was_tampered_with_is_named(string tampering, int broken)
    {
        await using (var db = _store.Services.GetRequiredService<IDbContextFactory<BotContext>>().CreateDbContext())
        {
            await db.Database.ExecuteSqlRawAsync(tampering);
        }

        Assert.Equal((broken - 1, broken), await VerdictAsync());
    }

    [Fact]
    public async Task Entries_that_were_cut_off_at_the_end_show_in_the_last_hash()
    {
        var before = await Log.VerifyAsync(CancellationToken.None);
        await using (var db = _store.Services.GetRequiredService<IDbContextFactory<BotContext>>().CreateDbContext())
        {
            await db.Database.ExecuteSqlRawAsync("DELETE FROM audit WHERE \"Number\" = 6");
        }

        var after = await Log.VerifyAsync(CancellationToken.None);

        Assert.Equal((6, 5), (before.Good, after.Good));
        Assert.NotEqual(before.Hash, after.Hash);
    }

    private async Task<(long Good, long? Broken)> VerdictAsync()
    {
        var verdict = await Log.VerifyAsync(CancellationToken.None);
        return (verdict.Good, verdict.Broken);
    }
}
