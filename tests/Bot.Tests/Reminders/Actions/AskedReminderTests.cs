using Bot.Indicators.Obligations;
using Bot.Indicators.Periods;
using Bot.Reminders.Planning;
using Bot.Testing;
using Microsoft.EntityFrameworkCore;

namespace Bot.Tests.Reminders.Actions;

/// <summary>Reminders that an inspector asks for, on both databases.</summary>
public sealed class AskedReminderTests
{
    [SkippableTheory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task A_wider_wish_on_the_same_day_brings_what_is_new_and_nothing_twice(string provider)
    {
        await using var store = await ClickStore.OnAsync(provider);
        List<ObligationKey> all =
        [
            .. store.Context.Catalogue.ObligationTypes.Take(20).Select(type => new ObligationKey(new("SYT"), type.Code, Period.Year(2023))),
        ];
        Assert.Equal(20, all.Count);

        Assert.Equal(1, await store.Asked.SendAsync(all[..2], TestStore.Today, CancellationToken.None));
        Assert.Equal(1, await store.Asked.SendAsync(all, TestStore.Today, CancellationToken.None));
        Assert.Equal(0, await store.Asked.SendAsync(all[1..], TestStore.Today, CancellationToken.None));

        await using var db = store.Open();
        var cards = await db.Outbox.AsNoTracking().OrderBy(m => m.Id).ToListAsync();
        var deliveries = await db.Deliveries.AsNoTracking().ToListAsync();
        Assert.Equal(2, cards.Count);
        // What a card shows is what it accounts for: that is what keeps it up to date.
        Assert.All(
            cards,
            card =>
                Assert.Equal(
                    deliveries.Where(d => d.OutboxId == card.Id).Select(d => d.Obligation).Order(),
                    ReminderPayload.Parse(card.Payload).Items.Select(item => item.Obligation).Order()
                )
        );
        Assert.Equal(all.Select(key => key.ToString()).Order(), deliveries.Select(d => d.Obligation).Order());
    }

    [Fact]
    public async Task Who_has_paused_is_accounted_for_and_can_be_asked_on_the_day_that_the_pause_ends()
    {
        await using var store = await ClickStore.CreateAsync();
        ObligationKey plan = new(new("SYT"), store.Context.Catalogue.ObligationTypes[0].Code, Period.Year(2023));
        const string Upn = "official.syt@example.org";

        await store.Wishes.SetAsync(new(Upn, true, TestStore.Today.AddDays(7)), CancellationToken.None);
        Assert.Equal(0, await store.Asked.SendAsync([plan], TestStore.Today, CancellationToken.None));
        Assert.Equal(0, await store.Asked.SendAsync([plan], TestStore.Today, CancellationToken.None));
        await store.Wishes.SetAsync(new(Upn, true, null), CancellationToken.None);
        Assert.Equal(1, await store.Asked.SendAsync([plan], TestStore.Today, CancellationToken.None));

        await using var db = store.Open();
        Assert.Equal(
            [(DeliveryState.Suppressed, "paused until 2023-04-10"), (DeliveryState.Planned, "")],
            await db.Deliveries.OrderBy(d => d.Id).Select(d => ValueTuple.Create(d.State, d.Reason)).ToListAsync()
        );
    }
}
