using System.Collections.Frozen;
using Bot.Activities;
using Bot.Activities.Outbound;
using Bot.Delivery.Pacing;
using Bot.Delivery.Recipients;
using Bot.Indicators.Periods;
using Bot.Store.Rows;

namespace Bot.Delivery.Outgoing;

/// <summary>Sends one notice: composes it as things stand now, finds the recipient's conversation or creates it, and posts or replaces the card.</summary>
internal sealed class NoticeSender(
    IEnumerable<IDeliveryComposer> composers,
    NoticePost post,
    NewConversations creation,
    ConversationReferences references,
    ConnectorPace pace,
    QuietTime quiet,
    DeliveryClock time
)
{
    // Longer waits go back to the outbox, so that no lease ends under a message that is about to be sent.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly RawJson Alert = RawJson.FromText("""{"notification":{"alert":true}}""");

    private readonly FrozenDictionary<string, IDeliveryComposer> _composers = composers.ToFrozenDictionary(static composer =>
        composer.Kind
    );

    /// <summary>How it ended and where; no conversation where it went nowhere.</summary>
    public async Task<(PostOutcome Outcome, ConversationRow? Conversation)> SendAsync(
        OutboxMessage notice,
        RecipientWay way,
        CancellationToken stop
    )
    {
        if (!_composers.TryGetValue(notice.Kind, out var composer))
        {
            return (PostOutcome.Refused($"nobody composes such notices: {notice.Kind}"), null);
        }
        if (notice.Updates is not null)
        {
            return await ReplaceAsync(composer, notice, way, stop);
        }
        if (Hold(notice) is { } held)
        {
            return (held, null);
        }
        var started = time.Clock.GetTimestamp();
        var outcome = PostOutcome.Unreachable(way.ClosedBecause);
        foreach (var conversation in way.Open)
        {
            if (time.Clock.GetElapsedTime(started) > time.Options.LeaseTime / 3)
            {
                return (PostOutcome.Later("other conversations of the recipient were tried first", TimeSpan.Zero), null);
            }
            outcome = await PostAsync(composer, notice, conversation, stop);
            if (outcome.Kind != PostKind.Unreachable)
            {
                return (outcome, conversation);
            }
            await references.CloseAsync(conversation.Key, outcome.Reason, stop);
        }
        return way.Creates is null || way.Open.Exists(static tried => tried.ChannelId == "msteams")
            ? (outcome, null)
            : await CreateAndPostAsync(composer, notice, way, stop);
    }

    private async Task<(PostOutcome Outcome, ConversationRow? Conversation)> CreateAndPostAsync(
        IDeliveryComposer composer,
        OutboxMessage notice,
        RecipientWay way,
        CancellationToken stop
    )
    {
        var creating = $"new|{RecipientWays.IdOf(way.Creates)}";
        ConversationRow conversation;
        try
        {
            if (await pace.EnterAsync(creating, creation.Tenant, Patience, stop) is var wait && wait > TimeSpan.Zero)
            {
                return (PostOutcome.Later("the pace of the tenant", wait), null);
            }
            conversation = await creation.CreateAsync(way.Creates!, CancellationToken.None);
            pace.Took(creation.Tenant);
        }
        catch (Exception e) when (e is not OperationCanceledException || !stop.IsCancellationRequested)
        {
            return (Faulted(e, creating, creation.Tenant), null);
        }
        var outcome = await PostAsync(composer, notice, conversation, stop);
        if (outcome.Kind == PostKind.Unreachable)
        {
            await references.CloseAsync(conversation.Key, outcome.Reason, stop);
        }
        return (outcome, conversation);
    }

    private async Task<PostOutcome> PostAsync(IDeliveryComposer composer, OutboxMessage notice, ConversationRow to, CancellationToken stop)
    {
        if (await EnterAsync(to, stop) is { } later)
        {
            return later;
        }
        // The quiet hours may have begun while it waited.
        if (Hold(notice) is { } held)
        {
            return held;
        }
        var (activity, ended) = await ComposeAsync(composer, notice, to, card: null, stop);
        return activity is null ? ended : await CallAsync(to, () => post.Send(activity, CancellationToken.None));
    }

    private PostOutcome? Hold(OutboxMessage notice) =>
        quiet(notice.Kind, time.Clock.GetUtcNow() - notice.DueAt) is var wait && wait > TimeSpan.Zero ? PostOutcome.Held(wait) : null;

    // What is to be replaced may never have got out, or be deleted since: then there is nothing to do.
    private async Task<(PostOutcome Outcome, ConversationRow? Conversation)> ReplaceAsync(
        IDeliveryComposer composer,
        OutboxMessage notice,
        RecipientWay way,
        CancellationToken stop
    )
    {
        // An answer that the channel did not take yet: it is replaced once it is there.
        if (way.Card is { State: OutboxState.Due, Kind.Length: 0 })
        {
            return (PostOutcome.Later("the answer to replace waits itself"), null);
        }
        if (way.Card is not { State: OutboxState.Sent, SentActivityId: { } id } card)
        {
            return (PostOutcome.Suppressed("the card to replace was never posted"), null);
        }
        var to =
            way.Open.Find(open => open.Key == ConversationReferences.KeyOf(open.ChannelId, card.ConversationId))
            ?? new()
            {
                ChannelId = "msteams",
                ConversationType = "personal",
                ConversationId = card.ConversationId,
            };
        to.ServiceUrl = to.ServiceUrl.Length > 0 ? to.ServiceUrl : card.ServiceUrl;
        to.Key = ConversationReferences.KeyOf(to.ChannelId, to.ConversationId);
        if (await EnterAsync(to, stop) is { } later)
        {
            return (later, to);
        }
        var (activity, ended) = await ComposeAsync(composer, notice, to, card, stop);
        if (activity is null)
        {
            return (ended, to);
        }
        var outcome = await CallAsync(to, () => post.Update(activity, id, CancellationToken.None));
        return (
            outcome.Kind == PostKind.Unreachable ? PostOutcome.Suppressed($"the card to replace is gone: {outcome.Reason}") : outcome,
            to
        );
    }

    private async Task<(Activity? Activity, PostOutcome Ended)> ComposeAsync(
        IDeliveryComposer composer,
        OutboxMessage notice,
        ConversationRow to,
        OutboxMessage? card,
        CancellationToken stop
    )
    {
        try
        {
            var asked = new Notice(
                notice.Updates ?? notice.Id,
                notice.Recipient,
                notice.Payload,
                to.ChannelId,
                to.ServiceUrl,
                card is null ? null : CityDay.Of(time.Clock.GetUtcNow()).DayNumber - CityDay.Of(card.DueAt).DayNumber
            );
            return await composer.ComposeAsync(asked, stop) switch
            {
                Composition.Send send => (Activity(send, to, isNew: notice.Updates is null), default),
                Composition.Suppress suppress => (null, PostOutcome.Suppressed(suppress.Reason)),
                _ => (null, PostOutcome.Refused($"nobody composes such notices: {notice.Kind}")),
            };
        }
        catch (Exception e) when (e is not OperationCanceledException || !stop.IsCancellationRequested)
        {
            return (null, PostOutcome.OfOurs(e));
        }
    }

    // Before it is composed: what is done while it waits suppresses it.
    private async Task<PostOutcome?> EnterAsync(ConversationRow to, CancellationToken stop) =>
        await pace.EnterAsync(to.Key, to.TenantId, Patience, stop) is var wait && wait > TimeSpan.Zero
            ? PostOutcome.Later("the pace of the conversation or tenant", wait)
            : null;

    private async Task<PostOutcome> CallAsync(ConversationRow to, Func<Task<string?>> call)
    {
        try
        {
            // A stop waits for the answer: a call that was cut off may have been carried out.
            var id = await call();
            pace.Took(to.TenantId);
            return PostOutcome.Sent(id);
        }
        catch (Exception e)
        {
            return Faulted(e, to.Key, to.TenantId);
        }
    }

    private PostOutcome Faulted(Exception exception, string conversation, string tenant)
    {
        if (exception is ConnectorException { Error.RetryAfter: { } retryAfter })
        {
            pace.Throttled(conversation, tenant, retryAfter);
        }
        return PostOutcome.OfNotice(exception);
    }

    private static Activity Activity(Composition.Send send, ConversationRow to, bool isNew)
    {
        var group = to.ConversationType != "personal";
        return new()
        {
            Type = ActivityTypes.Message,
            ServiceUrl = to.ServiceUrl,
            ChannelId = to.ChannelId,
            From = to.BotId.Length > 0 ? new() { Id = to.BotId } : null,
            Conversation = new()
            {
                Id = to.ConversationId,
                ConversationType = to.ChannelId == "msteams" ? to.ConversationType : null,
                IsGroup = group ? true : null,
                TenantId = to.TenantId.Length > 0 ? to.TenantId : null,
            },
            Summary = send.Summary,
            Entities = send.Assisted ? [AiLabel.Entity] : null,
            Attachments = [Attachment.FromCard(new RawJson(send.Card))],
            // Shows in the activity feed; an edit does not notify (bot-protocol 10.3).
            ChannelData = isNew && to is { ChannelId: "msteams", ConversationType: "personal" } ? Alert.Parse() : null,
        };
    }
}
