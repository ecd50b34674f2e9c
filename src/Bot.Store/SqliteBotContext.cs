using Microsoft.EntityFrameworkCore;

namespace Bot.Store;

/// <summary>Carries the migrations for SQLite.</summary>
internal sealed class SqliteBotContext(DbContextOptions<SqliteBotContext> options) : BotContext(options);
