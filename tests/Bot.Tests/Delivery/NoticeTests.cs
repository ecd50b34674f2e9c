using Bot.Delivery.Outgoing;
using Bot.Delivery.Recipients;
using Bot.Delivery.Recovery;
using Bot.Indicators.Obligations;
using Microsoft.EntityFrameworkCore;
using static Bot.Tests.Delivery.NoticeBench;

namespace Bot.Tests.Delivery;

public sealed class NoticeTests
{
    [Fact]
    public async Task A_notice_goes_to_the_conversation_of_its_contact_and_both_its_deliveries_are_accounted_for()
    {
        await using var bench = await StartAsync();

        await PlanAsync(bench, "n");
        var row = await SettledAsync(bench, "n");

        Assert.Equal(("Sent", "r1", "an"), (row.State, row.SentActivityId, row.ConversationId));
        Assert.Equal((DeliveryState.Delivered, ""), Became(bench, "n"));
        var posted = Assert.Single(bench.Connector.Posted);
        Assert.Equal(("an", "28:bot", "n"), (posted.Conversation!.Id, posted.From!.Id, posted.Summary));
        Assert.Equal("""{"type":"AdaptiveCard","id":"n"}""", posted.Attachments![0].Content!.ToString());
        Assert.Null(posted.Text);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task The_channel_is_told_where_a_model_took_part(bool assisted)
    {
        await using var bench = await StartAsync();
        bench.Composer.Compose = notice => new Composition.Send("{}"u8.ToArray(), notice.Payload, assisted);

        await PlanAsync(bench, "n");
        await SettledAsync(bench, "n");

        var entities = Assert.Single(bench.Connector.Posted).Entities ?? [];
        Assert.Equal(assisted, entities.Contains(Bot.Activities.AiLabel.Entity));
    }

    [Fact]
    public async Task Notices_of_one_recipient_go_out_in_the_order_in_which_they_were_planned()
    {
        await using var bench = await StartAsync();

        await PlanAsync(bench, "n1", "n2", "n3");
        await SettledAsync(bench, "n3");

        Assert.Equal(["n1", "n2", "n3"], bench.Connector.Posted.Select(static posted => posted.Summary));
    }

    [Fact]
    public async Task A_conversation_is_created_for_a_contact_who_never_wrote_and_used_again()
    {
        await using var bench = await StartAsync(
            static bench =>
            {
                bench.Settings["MicrosoftAppId"] = "bot";
                bench.Settings["MicrosoftAppPassword"] = "secret";
                bench.Settings["MicrosoftAppTenantId"] = "t";
                bench.Settings["Teams:ServiceUrl"] = "https://smba.trafficmanager.net/emea/";
            },
            wrote: false
        );

        await PlanAsync(bench, "n1", "n2");
        await SettledAsync(bench, "n2");

        var (address, created) = Assert.Single(bench.Connector.Created);
        Assert.Equal(("https://smba.trafficmanager.net/emea/", "28:bot", "t"), (address, created.Bot!.Id, created.TenantId));
        Assert.Equal(2, bench.Connector.Posted.Count);
        Assert.Equal("personal", Conversation(bench, $"a:{AnId}")!.ConversationType);
    }

    [Fact]
    public async Task Told_to_wait_when_creating_conversations_the_tenant_is_left_in_peace()
    {
        await using var bench = await StartAsync(
            static bench =>
            {
                bench.Settings["Teams:ServiceUrl"] = "https://smba.trafficmanager.net/emea/";
                bench.Connector.CreateFault = ScriptedConnector.Refused(429, "TooManyRequests") with
                {
                    Retryable = true,
                    RetryAfter = TimeSpan.FromMinutes(5),
                };
            },
            wrote: false
        );
        string[] names = ["b", "c", "d"];
        await ImportAsync(
            bench,
            string.Join(
                '\n',
                names.Select(static name => $"{name}@example.org,00000000-0000-0000-0000-00000000000{name},{name},inspector,,vi")
            )
        );
        foreach (var name in names)
        {
            await PlanForAsync(bench, $"contact:{name}@example.org", "test", name);
        }
        await DeliveryBench.UntilAsync(() => Array.TrueForAll(names, name => Row(bench, name).LastError is not null), "all were tried");

        var pace = bench.Part<Bot.Delivery.Pacing.ConnectorPace>();
        Assert.True(await pace.EnterAsync("any", bench.Part<NewConversations>().Tenant, TimeSpan.Zero, default) > TimeSpan.FromMinutes(4));
    }

    [Fact]
    public async Task Without_any_way_to_the_contact_the_reason_is_said_plainly()
    {
        await using var bench = await StartAsync(wrote: false);

        await PlanAsync(bench, "n");
        await PlanForAsync(bench, "contact:nobody@example.org", "test", "m");
        await PlanForAsync(bench, "conversation:msteams|nowhere", "test", "k");

        Assert.Equal(OutboxState.Dead, (await SettledAsync(bench, "n")).State);
        await SettledAsync(bench, "m");
        await SettledAsync(bench, "k");
        Assert.Equal(
            (DeliveryState.Unreachable, "the recipient never wrote to the bot, and without an app id no conversation can be created"),
            Became(bench, "n")
        );
        Assert.Equal((DeliveryState.Unreachable, "there is no such contact"), Became(bench, "m"));
        Assert.Equal((DeliveryState.Unreachable, "the conversation is not known"), Became(bench, "k"));
    }

    [Theory]
    [InlineData(403, "MessageWritesBlocked", "the app was removed, or the recipient has blocked the bot")]
    [InlineData(403, "BotNotInConversationRoster", "the app is not installed in the conversation")]
    [InlineData(404, "ConversationNotFound", "the conversation does not exist any more")]
    public async Task A_closed_conversation_is_marked_until_the_person_writes_again(int status, string code, string reason)
    {
        await using var bench = await StartAsync(bench => bench.Connector.Fault = _ => ScriptedConnector.Refused(status, code));

        await PlanAsync(bench, "n1");
        await SettledAsync(bench, "n1");
        Assert.Equal((DeliveryState.Unreachable, reason), Became(bench, "n1"));
        Assert.Equal(reason, Conversation(bench, "an")!.UnreachableBecause);
        bench.Connector.Fault = static _ => null;
        await PlanAsync(bench, "n2");
        await SettledAsync(bench, "n2");
        Assert.Equal((DeliveryState.Unreachable, reason), Became(bench, "n2"));

        await bench.Part<ConversationReferences>().SeeAsync(FromAn("an"), default);
        await PlanAsync(bench, "n3");
        await SettledAsync(bench, "n3");
        Assert.Equal(DeliveryState.Delivered, Became(bench, "n3").State);
        // Of what found no way the newest about the matter comes too; the older one would say the same again.
        Assert.Equal(["n2", "n3"], bench.Connector.Posted.Select(static posted => posted.Summary));
        Assert.Equal((DeliveryState.Unreachable, reason), Became(bench, "n1"));
    }

    [Fact]
    public async Task Where_the_newest_conversation_is_gone_an_older_one_is_tried()
    {
        await using var bench = await StartAsync(static bench =>
            bench.Connector.Fault = static posted =>
                posted.Conversation!.Id == "page" ? ScriptedConnector.Refused(404, "ConversationNotFound") : null
        );
        await bench.Part<ConversationReferences>().SeeAsync(FromAn("page") with { ChannelId = "webchat" }, default);

        await PlanAsync(bench, "n");

        Assert.Equal("an", (await SettledAsync(bench, "n")).ConversationId);
        Assert.NotNull(Conversation(bench, "page")!.UnreachableBecause);
    }

    [Theory]
    [InlineData(400, "BadSyntax")]
    [InlineData(401, "BotNotRegistered")]
    [InlineData(413, "MessageSizeTooBig")]
    public async Task What_the_connector_refuses_for_good_has_failed(int status, string code)
    {
        await using var bench = await StartAsync(bench => bench.Connector.Fault = _ => ScriptedConnector.Refused(status, code));

        await PlanAsync(bench, "n");

        Assert.Equal(OutboxState.Dead, (await SettledAsync(bench, "n")).State);
        var (state, reason) = Became(bench, "n");
        Assert.Equal(DeliveryState.Failed, state);
        Assert.Contains(code, reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_notice_that_nobody_composes_has_failed()
    {
        await using var bench = await StartAsync();

        await PlanForAsync(bench, An, "unheard", "n");
        await SettledAsync(bench, "n");

        Assert.Equal((DeliveryState.Failed, "nobody composes such notices: unheard"), Became(bench, "n"));
    }

    [Fact]
    public async Task What_its_composer_suppresses_is_not_sent_and_the_reason_is_kept()
    {
        await using var bench = await StartAsync(static bench => bench.Composer.Compose = static _ => new Composition.Suppress("issued"));

        await PlanAsync(bench, "n");

        Assert.Equal(OutboxState.Suppressed, (await SettledAsync(bench, "n")).State);
        Assert.Equal((DeliveryState.Suppressed, "issued"), Became(bench, "n"));
        Assert.Empty(bench.Connector.Posted);
    }

    [Fact]
    public async Task What_fails_for_the_moment_is_tried_again_also_when_the_composer_fails()
    {
        var attempts = 0;
        await using var bench = await StartAsync(bench =>
        {
            var compose = bench.Composer.Compose;
            bench.Composer.Compose = notice => ++attempts == 1 ? throw new InvalidOperationException("store") : compose(notice);
            bench.Connector.Fault = _ => attempts == 2 ? ScriptedConnector.Refused(500, "ServiceError") : null;
        });

        await PlanAsync(bench, "n");

        var row = await SettledAsync(bench, "n");
        Assert.Equal((OutboxState.Sent, 3), (row.State, row.Attempts));
        Assert.Single(bench.Connector.Posted);
    }

    [Fact]
    public async Task What_is_tried_too_long_has_failed_and_can_be_replayed()
    {
        await using var bench = await StartAsync(static bench =>
        {
            bench.Options.GiveUpAfter = TimeSpan.FromMilliseconds(50);
            bench.Connector.Fault = static _ => ScriptedConnector.Down;
        });
        await PlanAsync(bench, "n");
        await SettledAsync(bench, "n");
        Assert.Equal(DeliveryState.Failed, Became(bench, "n").State);
        var letters = bench.Part<DeadLetters>();
        var letter = Assert.Single(await letters.ListAsync(10, default));
        Assert.Equal(("n", "test", An, true), (letter.Key, letter.Kind, letter.Recipient, letter.MayBeReplayed));

        bench.Connector.Fault = static _ => null;
        Assert.Equal(1, await letters.ReplayAsync([letter.Id], default));

        Assert.Equal(OutboxState.Sent, (await SettledAsync(bench, "n")).State);
        Assert.Equal((DeliveryState.Delivered, ""), Became(bench, "n"));
        Assert.Empty(await letters.ListAsync(10, default));
        Assert.Equal(0, await letters.ReplayAsync([letter.Id], default));
    }

    [Fact]
    public async Task A_posted_card_is_replaced_in_its_place()
    {
        await using var bench = await StartAsync();
        await PlanAsync(bench, "n");
        var card = await SettledAsync(bench, "n");

        await RefreshAsync(bench, "u", card.Id);
        Assert.Equal(OutboxState.Sent, (await SettledAsync(bench, "u")).State);

        var (id, activity) = Assert.Single(bench.Connector.Updated);
        Assert.Equal((card.SentActivityId, "an", "present"), (id, activity.Conversation!.Id, activity.Summary));
        Assert.Single(bench.Connector.Posted);
    }

    [Fact]
    public async Task A_card_that_is_gone_or_was_never_posted_needs_no_replacing()
    {
        await using var bench = await StartAsync();
        await PlanAsync(bench, "n");
        await PlanForAsync(bench, An, "unheard", "never");
        var card = await SettledAsync(bench, "n");
        bench.Connector.Fault = static _ => ScriptedConnector.Refused(404, "ActivityNotFoundInConversation");

        await RefreshAsync(bench, "gone", card.Id);
        await RefreshAsync(bench, "without", (await SettledAsync(bench, "never")).Id);

        Assert.Equal(OutboxState.Suppressed, (await SettledAsync(bench, "gone")).State);
        Assert.Equal(OutboxState.Suppressed, (await SettledAsync(bench, "without")).State);
        Assert.Null(Conversation(bench, "an")!.UnreachableBecause);
    }

    [Fact]
    public async Task A_command_sees_its_notices_off_and_leaves_what_comes_later()
    {
        await using var bench = await StartAsync();
        await bench.StopAsync();
        await PlanAsync(bench, "n1", "n2");
        await PlanForAsync(bench, "contact:nobody@example.org", "test", "m");
        await using (var db = bench.Store.CreateDbContext())
        {
            var later = DateTimeOffset.UtcNow.AddHours(8);
            await db.Outbox.Where(row => row.Key == "n2").ExecuteUpdateAsync(row => row.SetProperty(r => r.DueAt, later));
        }

        var settlement = await bench.Part<NoticeDispatch>().SettleAsync(["n1", "n2", "m", "unknown"], TimeSpan.FromSeconds(10), default);

        Assert.Equal(new Settlement(Sent: 1, Suppressed: 0, Dead: 1, Waiting: 1), settlement);
    }

    private static async Task RefreshAsync(DeliveryBench bench, string key, long card)
    {
        await using var db = bench.Store.CreateDbContext();
        db.Outbox.Add(
            new()
            {
                Key = key,
                ConversationKey = $"notice|{An}",
                Kind = "test",
                Recipient = An,
                Payload = "present",
                Updates = card,
            }
        );
        await db.SaveChangesAsync();
        bench.Part<DispatchSignal>().Wake();
    }
}
