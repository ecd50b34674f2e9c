using Bot.Activities;
using Bot.Delivery.Recipients;
using Microsoft.EntityFrameworkCore;
using static Bot.Tests.Delivery.NoticeBench;

namespace Bot.Tests.Delivery;

public sealed class ReferenceTests
{
    [Fact]
    public async Task Whoever_writes_is_kept_and_written_anew_only_when_something_has_changed()
    {
        await using var bench = await StartAsync();
        var references = bench.Part<ConversationReferences>();
        var row = Conversation(bench, "an")!;
        Assert.Equal(
            ("msteams|an", "personal", "t", AnId, "28:bot"),
            (row.Key, row.ConversationType, row.TenantId, row.AadObjectId, row.BotId)
        );

        await references.SeeAsync(FromAn("an"), default);
        Assert.Equal(row.SeenAt, Conversation(bench, "an")!.SeenAt);
        await references.SeeAsync(FromAn("an") with { ServiceUrl = "https://smba.trafficmanager.net/apac/" }, default);

        Assert.Equal("https://smba.trafficmanager.net/apac/", Conversation(bench, "an")!.ServiceUrl);
    }

    [Fact]
    public async Task The_usual_turn_asks_no_store()
    {
        await using var bench = await StartAsync();
        await using (var db = bench.Store.CreateDbContext())
        {
            await db.Database.ExecuteSqlRawAsync("ALTER TABLE conversations RENAME TO elsewhere");
        }

        await bench.Part<ConversationReferences>().SeeAsync(FromAn("an"), default);
        await bench.Part<ConversationReferences>().TrySeeAsync(FromAn("another"), default);
    }

    [Fact]
    public async Task A_thread_belongs_to_its_channel()
    {
        await using var bench = await StartAsync();
        var posted = FromAn("19:x@thread.tacv2;messageid=17") with
        {
            Conversation = new()
            {
                Id = "19:x@thread.tacv2;messageid=17",
                ConversationType = "channel",
                IsGroup = true,
            },
        };

        await bench.Part<ConversationReferences>().SeeAsync(posted, default);

        var row = Conversation(bench, "19:x@thread.tacv2")!;
        Assert.Equal(("channel", "", "msteams|19:x@thread.tacv2"), (row.ConversationType, row.AadObjectId, row.Key));
    }

    [Fact]
    public async Task A_guest_of_the_chat_page_is_nobody_to_write_to()
    {
        await using var bench = await StartAsync();

        await bench.Part<ConversationReferences>().SeeAsync(FromAn("page") with { From = new() { Id = "dl_guest" } }, default);

        Assert.Null(Conversation(bench, "page"));
    }

    [Fact]
    public async Task After_a_removal_nothing_is_sent_until_the_bot_is_heard_of_again()
    {
        await using var bench = await StartAsync();
        var references = bench.Part<ConversationReferences>();

        await references.LeaveAsync(FromAn("an") with { Type = ActivityTypes.InstallationUpdate, Action = "remove" }, default);
        Assert.Equal("the app was removed from the conversation", Conversation(bench, "an")!.UnreachableBecause);
        await references.SeeAsync(FromAn("an"), default);

        Assert.Null(Conversation(bench, "an")!.UnreachableBecause);
    }
}
