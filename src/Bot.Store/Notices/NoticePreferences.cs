using Bot.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace Bot.Store.Notices;

/// <summary>What people wish of notices.</summary>
public sealed class NoticePreferences
{
    private readonly IDbContextFactory<BotContext> _contexts;

    internal NoticePreferences(IDbContextFactory<BotContext> contexts) => _contexts = contexts;

    /// <summary>Those who said something, by user principal name without regard to case.</summary>
    public async Task<IReadOnlyDictionary<string, NoticePreference>> AllAsync(CancellationToken cancellationToken)
    {
        await using var db = _contexts.CreateDbContext();
        var rows = await db.Set<NoticePreferenceRow>().AsNoTracking().ToListAsync(cancellationToken);
        return rows.ToDictionary(r => r.Upn, r => new NoticePreference(r.Upn, r.On, r.PausedUntil), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Why that person wishes no notice on that day, as the accounting words it; null where one is wished.</summary>
    public async Task<string?> RefusalAsync(string upn, DateOnly day, CancellationToken cancellationToken) =>
        (await AllAsync(cancellationToken)).GetValueOrDefault(upn)?.Refuses(day);

    /// <summary>Takes a person's wish in the place of the one before.</summary>
    public async Task SetAsync(NoticePreference wish, CancellationToken cancellationToken)
    {
        await using var db = _contexts.CreateDbContext();
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO notice_preferences ("Upn", "On", "PausedUntil") VALUES ({wish.Upn}, {wish.On}, {wish.PausedUntil})
            ON CONFLICT ("Upn") DO UPDATE SET "On" = excluded."On", "PausedUntil" = excluded."PausedUntil"
            """,
            cancellationToken
        );
    }
}
