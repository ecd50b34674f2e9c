using Microsoft.EntityFrameworkCore;

namespace Bot.Store.Notices;

/// <summary>Which conversations get what goes to the inspection team as a whole.</summary>
public sealed class InspectionChannels
{
    private readonly IDbContextFactory<BotContext> _contexts;

    internal InspectionChannels(IDbContextFactory<BotContext> contexts) => _contexts = contexts;

    /// <summary>Whether the conversation is one of them.</summary>
    public async Task<bool> IncludesAsync(string conversationKey, CancellationToken cancellationToken)
    {
        await using var db = _contexts.CreateDbContext();
        return await db.Conversations.AnyAsync(c => c.Key == conversationKey && c.IsInspectionChannel, cancellationToken);
    }

    /// <summary>Takes it in or out; one that the bot never heard of is left alone.</summary>
    public async Task SetAsync(string conversationKey, bool isOne, CancellationToken cancellationToken)
    {
        await using var db = _contexts.CreateDbContext();
        await db
            .Conversations.Where(c => c.Key == conversationKey)
            .ExecuteUpdateAsync(row => row.SetProperty(c => c.IsInspectionChannel, isOne), cancellationToken);
    }
}
