using System.Collections.Concurrent;
using Bot.Activities;
using Bot.Delivery.Incoming;
using Bot.Delivery.Recovery;
using Bot.Store;
using Bot.Store.Contacts;
using Bot.Store.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Bot.Delivery.Recipients;

/// <summary>
/// Where people and teams can be written to, taken from what they send. What is known to stand in the store is not written again, so the
/// usual turn asks a table in memory and no more.
/// </summary>
public sealed class ConversationReferences
{
    // Another process may have found the conversation closed: the store is asked again now and then.
    private static readonly TimeSpan KnownFor = TimeSpan.FromMinutes(1);
    private const int MostKnown = 50_000;

    private readonly ConcurrentDictionary<string, Known> _known = new(StringComparer.Ordinal);
    private readonly IDbContextFactory<BotContext> _store;
    private readonly ContactBook _contacts;
    private readonly DeadLetters _letters;
    private readonly TimeProvider _clock;
    private readonly ILogger<ConversationReferences> _logger;

    internal ConversationReferences(
        IDbContextFactory<BotContext> store,
        ContactBook contacts,
        DeadLetters letters,
        DeliveryClock time,
        ILogger<ConversationReferences> logger
    ) => (_store, _contacts, _letters, _clock, _logger) = (store, contacts, letters, time.Clock, logger);

    /// <summary>Keeps where the activity came from: somebody wrote, clicked or installed, so the conversation is open.</summary>
    public ValueTask SeeAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (activity.Conversation?.Id is not { Length: > 0 } conversation || activity.ServiceUrl is not { Length: > 0 } address)
        {
            return ValueTask.CompletedTask;
        }
        var person = activity.From?.AadObjectId;
        if (
            _known.TryGetValue(conversation, out var known)
            && known.ServiceUrl == address
            && known.ChannelId == activity.ChannelId
            && (known.Person is null || string.Equals(known.Person, person, StringComparison.OrdinalIgnoreCase))
            && _clock.GetElapsedTime(known.At) < KnownFor
        )
        {
            return ValueTask.CompletedTask;
        }
        return RowOf(activity) is { } row ? new(SeeAsync(conversation, row, cancellationToken)) : ValueTask.CompletedTask;
    }

    /// <summary>The same for a question, which is answered also while nothing can be kept.</summary>
    public async ValueTask TrySeeAsync(Activity activity, CancellationToken cancellationToken)
    {
        try
        {
            await SeeAsync(activity, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Log.ReferenceNotKept(_logger, e);
        }
    }

    /// <summary>The bot was removed from the conversation: nothing more is sent there until it is heard of again.</summary>
    public Task LeaveAsync(Activity activity, CancellationToken cancellationToken) =>
        activity.Conversation?.Id is { Length: > 0 } conversation
            ? CloseAsync(KeyOf(activity.ChannelId, conversation), "the app was removed from the conversation", cancellationToken)
            : Task.CompletedTask;

    /// <summary>The key of a conversation's row: a thread of a channel belongs to the channel.</summary>
    public static string KeyOf(string? channelId, string conversationId) =>
        ActivityKey.RowKey($"{channelId}|{WithoutThread(conversationId)}");

    /// <summary>Notes that nothing can be sent to the conversation.</summary>
    internal async Task CloseAsync(string key, string reason, CancellationToken cancellationToken)
    {
        await using var db = await _store.CreateDbContextAsync(cancellationToken);
        await db
            .Conversations.Where(row => row.Key == key)
            .ExecuteUpdateAsync(row => row.SetProperty(conversation => conversation.UnreachableBecause, reason), cancellationToken);
        foreach (var (conversation, known) in _known)
        {
            if (KeyOf(known.ChannelId, conversation) == key)
            {
                _known.TryRemove(conversation, out _);
            }
        }
    }

    /// <summary>Writes the row where the store says something else; whether the conversation was closed before, or not known.</summary>
    internal async Task<bool> KeepAsync(ConversationRow row, CancellationToken cancellationToken)
    {
        row.SeenAt = _clock.GetUtcNow();
        await using var db = await _store.CreateDbContextAsync(cancellationToken);
        var stored = await db.Conversations.FirstOrDefaultAsync(conversation => conversation.Key == row.Key, cancellationToken);
        var wasClosed = stored?.UnreachableBecause is not null;
        if (stored is null)
        {
            db.Conversations.Add(row);
        }
        else if (IsNews(row, stored))
        {
            row.IsInspectionChannel = stored.IsInspectionChannel;
            db.Entry(stored).CurrentValues.SetValues(row);
        }
        else
        {
            return false;
        }
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException) when (stored is null)
        {
            // Another turn or process saw it first and wrote the same.
            return false;
        }
        return stored is null || wasClosed;
    }

    private async Task SeeAsync(string conversation, ConversationRow row, CancellationToken cancellationToken)
    {
        if (await KeepAsync(row, cancellationToken) && _contacts.ByObjectId(row.AadObjectId) is { } person)
        {
            await _letters.ReachAsync(RecipientWays.RecipientOf(person), cancellationToken);
        }
        if (_known.Count >= MostKnown)
        {
            _known.Clear();
        }
        _known[conversation] = new(
            row.ChannelId,
            row.ServiceUrl,
            row.AadObjectId.Length > 0 ? row.AadObjectId : null,
            _clock.GetTimestamp()
        );
    }

    // Nobody can be found by a personal conversation without an Entra object id, as that of a guest of the chat page.
    private static ConversationRow? RowOf(Activity activity)
    {
        var type = activity.Conversation!.ConversationType ?? (activity.Conversation.IsGroup == true ? "groupChat" : "personal");
        var person = type == "personal" ? activity.From?.AadObjectId?.ToLowerInvariant() ?? "" : "";
        return type == "personal" && person.Length == 0
            ? null
            : new()
            {
                Key = KeyOf(activity.ChannelId, activity.Conversation.Id),
                ChannelId = activity.ChannelId ?? "",
                ServiceUrl = activity.ServiceUrl!,
                ConversationId = WithoutThread(activity.Conversation.Id),
                ConversationType = type,
                TenantId = activity.Conversation.TenantId ?? "",
                AadObjectId = person,
                BotId = activity.Recipient?.Id ?? "",
            };
    }

    private static bool IsNews(ConversationRow seen, ConversationRow stored) =>
        stored.UnreachableBecause is not null
        || (seen.ServiceUrl, seen.ConversationType, seen.TenantId, seen.AadObjectId, seen.BotId)
            != (stored.ServiceUrl, stored.ConversationType, stored.TenantId, stored.AadObjectId, stored.BotId);

    private static string WithoutThread(string conversationId) =>
        conversationId.IndexOf(";messageid=", StringComparison.OrdinalIgnoreCase) is > 0 and var at ? conversationId[..at] : conversationId;

    /// <param name="ChannelId">The channel.</param>
    /// <param name="ServiceUrl">The address that the store has.</param>
    /// <param name="Person">The person of a personal conversation; null for others.</param>
    /// <param name="At">When the store was asked, as a timestamp.</param>
    private sealed record Known(string ChannelId, string ServiceUrl, string? Person, long At);
}
