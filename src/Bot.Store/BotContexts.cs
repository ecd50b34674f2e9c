using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Options;

namespace Bot.Store;

/// <summary>Hands out pooled contexts of the configured provider.</summary>
internal sealed class BotContexts : IDbContextFactory<BotContext>
{
    private readonly Func<BotContext> _create;

    public BotContexts(IOptions<StoreOptions> options)
    {
        var connection = options.Value.ConnectionString;
        if (options.Value.IsPostgres)
        {
            var pool = new PooledDbContextFactory<PostgresBotContext>(
                new DbContextOptionsBuilder<PostgresBotContext>().UseNpgsql(connection).Options
            );
            _create = pool.CreateDbContext;
        }
        else
        {
            var pool = new PooledDbContextFactory<SqliteBotContext>(
                new DbContextOptionsBuilder<SqliteBotContext>()
                    .UseSqlite(connection)
                    // The model lies ready in Compiled/; this check would build it anew to compare. A test does that instead.
                    .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning))
                    .AddInterceptors(new SqlitePragmas())
                    .Options
            );
            _create = pool.CreateDbContext;
        }
    }

    public BotContext CreateDbContext() => _create();
}
