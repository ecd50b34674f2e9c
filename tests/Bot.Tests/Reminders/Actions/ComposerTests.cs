using Bot.Delivery.Outgoing;
using Bot.Indicators.Obligations;
using Bot.Reminders.Composing;
using Bot.Reminders.Planning;

namespace Bot.Tests.Reminders.Actions;

/// <summary>What goes out is decided when it goes out: done work is not reminded of, and a card that replaces another shows the present state.</summary>
public sealed class ComposerTests
{
    private const string Official = "contact:official.syt@example.org";

    [Theory]
    [InlineData("open", false, null)]
    [InlineData("marked", false, "waits for confirmation")]
    [InlineData("done", false, "done meanwhile")]
    [InlineData("marked", true, null)]
    [InlineData("done", true, null)]
    public async Task A_reminder_goes_out_only_while_there_is_something_to_do(string state, bool isUpdate, string? suppressed)
    {
        await using var store = await ClickStore.CreateAsync();
        await store.BringToAsync(state);
        var composer = new ReminderComposer(store.Views, store.Contacts, store.Wishes, store.Contexts);

        var composed = await composer.ComposeAsync(Notice(Official, Reminder(), isUpdate), CancellationToken.None);

        Assert.Equal(suppressed, (composed as Composition.Suppress)?.Reason);
    }

    [Theory]
    [InlineData("marked", ObligationStep.Marked, null)]
    [InlineData("returned", ObligationStep.Marked, "settled meanwhile")]
    [InlineData("returned", ObligationStep.Returned, null)]
    [InlineData("asked", ObligationStep.ExtensionRequested, null)]
    [InlineData("done", ObligationStep.Marked, "settled meanwhile")]
    public async Task A_request_goes_out_only_until_it_is_settled(string state, ObligationStep step, string? suppressed)
    {
        await using var store = await ClickStore.CreateAsync();
        await store.BringToAsync(state);
        var composer = new RequestComposer(store.Views, store.Contacts, store.Contexts);
        var payload = new RequestPayload(ClickStore.Plan.ToString(), step).ToString();

        var composed = await composer.ComposeAsync(Notice("contact:inspector@example.org", payload), CancellationToken.None);

        Assert.Equal(suppressed, (composed as Composition.Suppress)?.Reason);
    }

    [Fact]
    public async Task Nobody_is_written_to_who_is_no_contact_any_more()
    {
        await using var store = await ClickStore.CreateAsync();
        var composer = new ReminderComposer(store.Views, store.Contacts, store.Wishes, store.Contexts);

        var composed = await composer.ComposeAsync(Notice("contact:gone@example.org", Reminder()), CancellationToken.None);

        Assert.IsType<Composition.Suppress>(composed);
    }

    [Theory]
    [InlineData(false, "paused until 2023-04-10")]
    [InlineData(true, null)]
    public async Task A_pause_that_began_since_the_planning_holds_a_reminder_back(bool isUpdate, string? suppressed)
    {
        await using var store = await ClickStore.CreateAsync();
        await store.Wishes.SetAsync(new("official.syt@example.org", true, new DateOnly(2023, 4, 10)), CancellationToken.None);
        var composer = new ReminderComposer(store.Views, store.Contacts, store.Wishes, store.Contexts);

        var composed = await composer.ComposeAsync(Notice(Official, Reminder(), isUpdate), CancellationToken.None);

        Assert.Equal(suppressed, (composed as Composition.Suppress)?.Reason);
    }

    [Theory]
    [InlineData("webchat", "Action.Submit", "Action.Execute")]
    [InlineData("msteams", "Action.Execute", "nothing")]
    public async Task Buttons_are_those_that_the_channel_carries_out(string channel, string there, string not)
    {
        await using var store = await ClickStore.CreateAsync();
        var composer = new ReminderComposer(store.Views, store.Contacts, store.Wishes, store.Contexts);

        var composed = await composer.ComposeAsync(Notice(Official, Reminder()) with { ChannelId = channel }, CancellationToken.None);

        var card = System.Text.Encoding.UTF8.GetString(Assert.IsType<Composition.Send>(composed).Card.Span);
        Assert.Contains($"\"{there}\"", card);
        Assert.DoesNotContain($"\"{not}\"", card);
    }

    [Fact]
    public async Task What_another_process_wrote_a_moment_ago_counts()
    {
        await using var store = await ClickStore.CreateAsync();
        await using var other = await ClickStore.CreateAsync(store.File);
        var composer = new ReminderComposer(store.Views, store.Contacts, store.Wishes, store.Contexts);
        Assert.IsType<Composition.Send>(await composer.ComposeAsync(Notice(Official, Reminder()), CancellationToken.None));

        // The clock stands: nothing that was looked up has become old.
        await other.BringToAsync("done");

        var reminder = await composer.ComposeAsync(Notice(Official, Reminder()), CancellationToken.None);
        Assert.Equal("done meanwhile", Assert.IsType<Composition.Suppress>(reminder).Reason);
        var update = await composer.ComposeAsync(Notice(Official, Reminder(), isUpdate: true), CancellationToken.None);
        var card = System.Text.Encoding.UTF8.GetString(Assert.IsType<Composition.Send>(update).Card.Span);
        Assert.Contains("35/KH-SYT", card);
        Assert.DoesNotContain("quá hạn", card);
    }

    // Today is Monday, the third of April.
    [Theory]
    [InlineData("2023-04-03", null, null)]
    [InlineData("2023-03-31", null, "muộn 1 ngày làm việc")]
    [InlineData("2023-03-30", null, "muộn 2 ngày làm việc")]
    [InlineData("2023-03-31", 0, "muộn 1 ngày làm việc")]
    [InlineData("2023-03-31", 3, null)]
    [InlineData("2023-03-30", 3, "muộn 1 ngày làm việc")]
    public async Task A_reminder_that_waited_says_how_late_it_came_also_when_it_is_replaced(
        string planned,
        int? postedDaysAgo,
        string? late
    )
    {
        await using var store = await ClickStore.CreateAsync();
        var composer = new ReminderComposer(store.Views, store.Contacts, store.Wishes, store.Contexts);
        var notice = Notice(Official, Reminder(planned)) with { PostedDaysAgo = postedDaysAgo };

        var composed = Assert.IsType<Composition.Send>(await composer.ComposeAsync(notice, CancellationToken.None));

        var card = System.Text.Encoding.UTF8.GetString(composed.Card.Span);
        Assert.Equal(late is not null, card.Contains("muộn", StringComparison.Ordinal));
        Assert.Contains(late ?? "", card);
    }

    private static string Reminder(string day = "2023-04-03") =>
        new ReminderPayload
        {
            Day = DateOnly.ParseExact(day, "yyyy-MM-dd"),
            Items = [new ReminderItem(ClickStore.Plan.ToString(), "overdue", "overdue", "default", 0)],
        }.ToString();

    private static Notice Notice(string recipient, string payload, bool isUpdate = false) =>
        new(1, recipient, payload, "msteams", "https://smba.example/", isUpdate ? 0 : null);
}
