using Bot.Delivery.Outgoing;
using Bot.Indicators.Obligations;
using Bot.Reminders;
using Bot.Reminders.Actions;
using Bot.Reminders.Digest;
using Bot.Reminders.Planning;
using Bot.Reminders.Policies;
using Bot.Reminders.Scheduling;
using Bot.Store.Catalogues;
using Bot.Store.Contacts;
using Bot.Store.Notices;
using Bot.Store.Obligations;
using Bot.Store.Rows;
using Bot.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Bot.Tests.Reminders;

/// <summary>Planning on a real store, on the day of the founding article's morning after.</summary>
internal sealed class PlanningBench : IAsyncDisposable
{
    public const string Official = "contact:official.syt@example.org";
    public const string Inspector = "contact:inspector@example.org";

    private PlanningBench(TestStore store, string? ladders)
    {
        Store = store;
        Options = new RemindersOptions { Ladders = ladders };
        Policies = new ReminderPolicies(new OptionsWrapper<RemindersOptions>(Options), NullLogger<ReminderPolicies>.Instance);
        Owed = new OwedObligations(Cases, Get<CatalogueCache>(), Ledger, Policies);
        Planner = NewPlanner();
        Digest = new WeeklyDigest(Sources);
        Preview = new ReminderPreview(Planner, Digest, Get<ContactBook>(), Get<CatalogueCache>());
        Watchdog = new PlanningWatchdog(
            new PassedHour(Get<CatalogueCache>(), Ledger, new OptionsWrapper<RemindersOptions>(Options), store.Clock),
            Get<ContactBook>(),
            Ledger,
            new DispatchSignal(),
            new OptionsWrapper<RemindersOptions>(Options),
            store.Clock,
            NullLogger<PlanningWatchdog>.Instance
        );
    }

    public TestStore Store { get; }

    public RemindersOptions Options { get; }

    public ReminderPolicies Policies { get; }

    public OwedObligations Owed { get; }

    public ReminderPlanner Planner { get; }

    public WeeklyDigest Digest { get; }

    public ReminderPreview Preview { get; }

    public PlanningWatchdog Watchdog { get; }

    public NoticeLedger Ledger => Get<NoticeLedger>();

    public NoticePreferences Wishes => Get<NoticePreferences>();

    public ObligationCases Cases => Get<ObligationCases>();

    public ReminderTrails Trails => new(Ledger, Policies, Get<CatalogueCache>(), Get<ContactBook>());

    private PlanningSources Sources =>
        new(Owed, Get<CatalogueCache>(), Get<ContactBook>(), Ledger, Wishes, Policies, new DispatchSignal(), Store.Clock);

    public static async Task<PlanningBench> CreateAsync(string? ladders = null) => new(await TestStore.CreateAsync(), ladders);

    public T Get<T>()
        where T : notnull => Store.Services.GetRequiredService<T>();

    public ReminderPlanner NewPlanner() => new(Sources, NullLogger<ReminderPlanner>.Instance);

    /// <summary>Plans a day at nine in its morning and returns what is new.</summary>
    public Task<ReminderPlan> PlanAsync(string day)
    {
        var on = Day(day);
        Store.Clock.SetUtcNow(new DateTimeOffset(on.ToDateTime(new TimeOnly(2, 0)), TimeSpan.Zero));
        return Planner.PlanAsync(on, atOnce: true, CancellationToken.None);
    }

    public async Task<ObligationCase> CaseAsync(string key, string day) =>
        await Cases.FindAsync(ObligationKey.Find(key, Store.Catalogue)!, Day(day), CancellationToken.None);

    public async Task HappensAsync(string key, string day, ObligationStep step, string by, string? until = null)
    {
        var happened = new ObligationEvent
        {
            Step = step,
            By = by,
            At = Store.Clock.GetUtcNow(),
            DocumentNumber = step == ObligationStep.Marked ? "35/KH-SYT" : null,
            IssuedOn = step == ObligationStep.Marked ? Day(day) : null,
            Until = until is null ? null : Day(until),
        };
        Assert.True(await Get<ObligationChanges>().TryAppendAsync(await CaseAsync(key, day), happened, [], CancellationToken.None));
    }

    public async Task<IReadOnlyList<DeliveryRow>> DeliveriesAsync() => await Ledger.DeliveriesAsync(CancellationToken.None);

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", null);

    /// <summary>Recipient, obligation and step of each, sorted.</summary>
    public static IEnumerable<string> Lines(ReminderPlan plan) =>
        plan.Notices.SelectMany(n => n.Intended.Select(i => $"{n.Recipient} {i.Obligation} {i.Step}")).Order(StringComparer.Ordinal);

    public ValueTask DisposeAsync()
    {
        Watchdog.Dispose();
        return Store.DisposeAsync();
    }
}
