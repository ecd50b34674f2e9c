using System.Text.Json.Nodes;
using Bot.Cards;
using Bot.Cards.Notices;
using Bot.Delivery.Outgoing;
using Bot.Indicators;
using Bot.Indicators.Contacts;
using Bot.Indicators.Obligations;
using Bot.Indicators.Periods;
using Bot.Reminders;
using Bot.Reminders.Actions;
using Bot.Reminders.Composing;
using Bot.Reminders.Planning;
using Bot.Reminders.Policies;
using Bot.Store;
using Bot.Store.Catalogues;
using Bot.Store.Contacts;
using Bot.Store.Notices;
using Bot.Store.Obligations;
using Bot.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Bot.Tests.Reminders.Actions;

/// <summary>The seed's store, and clicks on the card of the missing plan of the Department of Health.</summary>
internal sealed class ClickStore : IAsyncDisposable
{
    private readonly TestStore _store;

    private ClickStore(TestStore store)
    {
        _store = store;
        var contacts = Contacts = store.Services.GetRequiredService<ContactBook>();
        Views = new CaseViews(
            store.Services.GetRequiredService<ObligationCases>(),
            contacts,
            new ReminderTrails(
                store.Services.GetRequiredService<NoticeLedger>(),
                new ReminderPolicies(Options.Create(new RemindersOptions()), NullLogger<ReminderPolicies>.Instance),
                store.Services.GetRequiredService<CatalogueCache>(),
                contacts
            )
        );
        var ledger = store.Services.GetRequiredService<NoticeLedger>();
        Asked = new AskedReminders(
            contacts,
            store.Services.GetRequiredService<NoticePreferences>(),
            ledger,
            store.Services.GetRequiredService<ObligationChanges>(),
            new DispatchSignal(),
            store.Clock
        );
        Clicked = new ClickedObligation(
            Views,
            ledger,
            store.Services.GetRequiredService<ObligationChanges>(),
            new Requests(contacts, store.Services.GetRequiredService<NoticePreferences>()),
            new DispatchSignal(),
            store.Clock
        );
        People = new Dictionary<string, Contact?>
        {
            ["official"] = contacts.ByUpn("official.syt@example.org"),
            ["foreign"] = contacts.ByUpn("official.sgtvt@example.org"),
            ["inspector"] = contacts.ByUpn("inspector@example.org"),
            ["admin"] = contacts.ByUpn("admin@example.org"),
            ["guest"] = null,
        };
    }

    public static ObligationKey Plan { get; } = new(new("SYT"), new("digital-transformation-plan"), Period.Year(2023));

    public ContactBook Contacts { get; }

    public NoticePreferences Wishes => _store.Services.GetRequiredService<NoticePreferences>();

    public CaseViews Views { get; }

    public CardContexts Contexts =>
        (language, notice) =>
            Context with
            {
                Language = language,
                Surface = notice.ChannelId == "webchat" ? Surface.WebChat : Surface.Teams,
            };

    public ClickedObligation Clicked { get; }

    public IReadOnlyDictionary<string, Contact?> People { get; }

    public CardContext Context => new(Language.Vietnamese, Surface.Teams, _store.Catalogue, TestStore.Today);

    public AskedReminders Asked { get; }

    /// <summary>The seed's store; on another's file it is a second process.</summary>
    public static async Task<ClickStore> CreateAsync(string? file = null) => new(await TestStore.CreateAsync(file: file));

    /// <summary>The same on SQLite or PostgreSQL; skipped where there is no such server.</summary>
    public static async Task<ClickStore> OnAsync(string provider)
    {
        var server = Environment.GetEnvironmentVariable("BOT_TEST_POSTGRES");
        Skip.If(provider == "Postgres" && server is null, "BOT_TEST_POSTGRES holds no connection string");
        return new(await TestStore.CreateAsync(postgres: provider == "Postgres" ? server : null));
    }

    public string File => _store.File;

    public BotContext Open() => _store.Services.GetRequiredService<IDbContextFactory<BotContext>>().CreateDbContext();

    /// <summary>A reminder of these, planned for a person; the id of its message.</summary>
    public async Task<long> PlanAsync(
        string recipient,
        IReadOnlyList<ObligationKey> about,
        DateTimeOffset? dueAt = null,
        string name = "planned"
    )
    {
        await using var db = Open();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var notice = new PlannedNotice
        {
            Key = name,
            Kind = ReminderPayload.Kind,
            Recipient = recipient,
            Payload = new ReminderPayload
            {
                Day = TestStore.Today,
                Items = [.. about.Select(key => new ReminderItem(key.ToString(), "overdue", "overdue", "default", 0))],
            }.ToString(),
            DueAt = dueAt ?? _store.Clock.GetUtcNow(),
            Intended =
            [
                .. about.Select(key => new IntendedDelivery($"{key}|{name}|{recipient}", key.ToString(), "overdue", TestStore.Today)),
            ],
        };
        await NoticeRows.AddAsync(db, [notice], _store.Clock.GetUtcNow(), CancellationToken.None);
        await transaction.CommitAsync();
        return await db.Outbox.Where(m => m.Key == name).Select(m => m.Id).SingleAsync();
    }

    /// <summary>A reminder of the plan that arrived.</summary>
    public async Task DeliverAsync(string recipient, string name)
    {
        var id = await PlanAsync(recipient, [Plan], name: name);
        await using var db = Open();
        await db.Outbox.Where(m => m.Id == id).ExecuteUpdateAsync(row => row.SetProperty(m => m.State, "Sent"));
        await db.Deliveries.Where(d => d.OutboxId == id).ExecuteUpdateAsync(row => row.SetProperty(d => d.State, DeliveryState.Delivered));
    }

    /// <summary>The card of that reminder as it would go out now.</summary>
    public async Task<Composition> ComposeAsync(long id, bool isUpdate = false)
    {
        await using var db = Open();
        var message = await db.Outbox.AsNoTracking().SingleAsync(m => m.Id == id);
        return await new ReminderComposer(Views, Contacts, Wishes, Contexts).ComposeAsync(
            new(id, message.Recipient, message.Payload, "msteams", "https://smba.example/", isUpdate ? 0 : null),
            CancellationToken.None
        );
    }

    public async Task<ObligationCase> NowAsync() =>
        (await Views.FindAsync(Plan, People["inspector"], TestStore.Today, CancellationToken.None)).Case;

    /// <summary>Clicks as that person on a card of the present state, or of the version given.</summary>
    public async Task<ClickAnswer> ClickAsync(string who, ObligationAction action, string inputs = "", int? version = null) =>
        await Clicked.RunAsync(
            new ObligationClick
            {
                Action = action,
                Obligation = Plan.ToString(),
                Version = version ?? (await NowAsync()).Version,
                Inputs = inputs
                    .Split('&', StringSplitOptions.RemoveEmptyEntries)
                    .Select(pair => pair.Split('=', 2))
                    .ToDictionary(pair => pair[0], pair => pair[1]),
            },
            People[who],
            Context,
            CancellationToken.None
        );

    /// <summary>Opens what a button's data names, as that person.</summary>
    public Task<ClickAnswer> OpenAsync(string who, JsonObject data)
    {
        string? Carried(string name) => (string?)data[name];
        return Clicked.RunAsync(
            new ObligationClick
            {
                Action = null,
                Obligation = Carried(ObligationVerbs.Obligation),
                Among = CaseList.Read(Carried, Context.Catalogue),
                IsPosted = Carried(ObligationVerbs.Posted) is not null,
                Inputs = new Dictionary<string, string>(),
            },
            People[who],
            Context,
            CancellationToken.None
        );
    }

    /// <summary>That person wishes no notices before a day to come.</summary>
    public Task PauseAsync(string who) =>
        _store
            .Services.GetRequiredService<NoticePreferences>()
            .SetAsync(new(People[who]!.Upn, true, TestStore.Today.AddDays(7)), CancellationToken.None);

    /// <summary>One more contact, as a row of its table.</summary>
    public Task ImportContactAsync(string row) =>
        _store.ImportAsync("contacts.csv", $"upn,aad_object_id,name,role,org_unit,language\n{row}\n");

    /// <summary>Brings the obligation into a state.</summary>
    public async Task BringToAsync(string state)
    {
        if (state is "marked" or "returned" or "done")
        {
            await ClickAsync("official", ObligationAction.MarkIssued, "documentNumber=35/KH-SYT&issuedOn=2023-03-31");
        }

        switch (state)
        {
            case "returned":
                await ClickAsync("inspector", ObligationAction.Return, "reason=thiếu chữ ký");
                break;
            case "done":
                await ClickAsync("inspector", ObligationAction.Confirm);
                break;
            case "asked":
                await ClickAsync("official", ObligationAction.RequestExtension, "until=2023-04-28&reason=chờ ý kiến");
                break;
        }
    }

    /// <summary>Recipients of the notices that were planned, without refreshed cards.</summary>
    public async Task<IReadOnlyList<string>> NoticesAsync()
    {
        await using var db = await _store.Services.GetRequiredService<IDbContextFactory<BotContext>>().CreateDbContextAsync();
        return await db.Outbox.Where(m => m.Updates == null).OrderBy(m => m.Id).Select(m => m.Kind + ">" + m.Recipient).ToListAsync();
    }

    public static string Said(ClickAnswer answer) =>
        answer.Message.Card.IsEmpty ? answer.Message.Text! : JsonNode.Parse(answer.Message.Card.Span)!.ToJsonString(Relaxed);

    private static readonly System.Text.Json.JsonSerializerOptions Relaxed = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public ValueTask DisposeAsync() => _store.DisposeAsync();
}
