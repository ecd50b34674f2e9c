using Bot.Indicators.Contacts;
using Bot.Store;
using Bot.Store.Contacts;
using Bot.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace Bot.Delivery.Recipients;

/// <summary>Finds where the recipients of notices can be written to.</summary>
internal sealed class RecipientWays(IDbContextFactory<BotContext> store, ContactBook contacts, NewConversations creation)
{
    private const string ContactPrefix = "contact:";
    private const string ConversationPrefix = "conversation:";

    /// <summary>By the message's id, the way of each notice among them.</summary>
    public async Task<Dictionary<long, RecipientWay>> FindAsync(IEnumerable<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        List<OutboxMessage> notices = [.. messages.Where(static message => message.Kind.Length > 0)];
        if (notices.Count == 0)
        {
            return [];
        }
        List<string> people =
        [
            .. notices.Select(PersonOf).Select(static person => IdOf(person)).Where(static id => id.Length > 0).Distinct(),
        ];
        List<string> keys = [.. notices.Select(static notice => After(notice.Recipient, ConversationPrefix)).OfType<string>().Distinct()];
        List<long> cards = [.. notices.Select(static notice => notice.Updates).OfType<long>().Distinct()];
        await using var db = await store.CreateDbContextAsync(cancellationToken);
        var conversations = await db
            .Conversations.AsNoTracking()
            .Where(row => keys.Contains(row.Key) || people.Contains(row.AadObjectId))
            .OrderByDescending(static row => row.SeenAt)
            .ToListAsync(cancellationToken);
        var posted =
            cards.Count == 0
                ? []
                : await db
                    .Outbox.AsNoTracking()
                    .Where(card => cards.Contains(card.Id))
                    .ToDictionaryAsync(static card => card.Id, cancellationToken);
        return notices.ToDictionary(
            static notice => notice.Id,
            notice => Way(notice, conversations) with { Card = notice.Updates is { } card ? posted.GetValueOrDefault(card) : null }
        );
    }

    private RecipientWay Way(OutboxMessage notice, List<ConversationRow> conversations)
    {
        if (After(notice.Recipient, ConversationPrefix) is { } key)
        {
            return Among(conversations.FindAll(row => row.Key == key), null, "the conversation is not known");
        }
        if (PersonOf(notice) is not { } person)
        {
            return Among([], null, "there is no such contact");
        }
        var own = conversations.FindAll(row => row.AadObjectId == IdOf(person));
        // A closed conversation in Teams is the only one that can be had there; those of the chat page end with the page.
        var creates = !own.Exists(static row => row is { ChannelId: "msteams", UnreachableBecause: not null });
        return Among(own, creates ? person : null, creation.NoneBecause(person));
    }

    private static RecipientWay Among(List<ConversationRow> own, Contact? creates, string? noneBecause)
    {
        var open = own.FindAll(static row => row.UnreachableBecause is null);
        var closed = own.Find(static row => row.UnreachableBecause is not null)?.UnreachableBecause;
        return new(open, noneBecause is null ? creates : null, closed ?? noneBecause ?? "");
    }

    private Contact? PersonOf(OutboxMessage notice) => contacts.ByUpn(After(notice.Recipient, ContactPrefix));

    /// <summary>The contact's name in the accounting.</summary>
    public static string RecipientOf(Contact person) => ContactPrefix + person.Upn;

    /// <summary>Entra ids are the same in either case; rows hold the small letters.</summary>
    public static string IdOf(Contact? person) => person?.AadObjectId.ToLowerInvariant() ?? "";

    private static string? After(string text, string prefix) =>
        text.StartsWith(prefix, StringComparison.Ordinal) ? text[prefix.Length..] : null;
}

/// <summary>Where a recipient can be written to.</summary>
/// <param name="Open">The conversations that are open, the newest first.</param>
/// <param name="Creates">With whom a conversation may be created where none is open; null for nobody.</param>
/// <param name="ClosedBecause">Why there is no way, where there is none.</param>
internal sealed record RecipientWay(List<ConversationRow> Open, Contact? Creates, string ClosedBecause)
{
    /// <summary>The message whose card is to be replaced; null for a new card, and where it is gone.</summary>
    public OutboxMessage? Card { get; init; }
}
