using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Bot.Store;

/// <summary>Used by <c>dotnet ef</c> alone, which needs a provider and no server.</summary>
internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteBotContext>
{
    public SqliteBotContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteBotContext>().UseSqlite("Data Source=design.db").Options);
}

/// <summary>Used by <c>dotnet ef</c> alone, which needs a provider and no server.</summary>
internal sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresBotContext>
{
    public PostgresBotContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresBotContext>().UseNpgsql("Host=design").Options);
}
