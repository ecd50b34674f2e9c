using Microsoft.EntityFrameworkCore;

namespace Bot.Store;

/// <summary>Carries the migrations for PostgreSQL.</summary>
internal sealed class PostgresBotContext(DbContextOptions<PostgresBotContext> options) : BotContext(options);
