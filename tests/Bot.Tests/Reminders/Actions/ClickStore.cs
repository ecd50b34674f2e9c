using System.Text.Json.Nodes;
using Bot.Cards;
using Bot.Delivery.Outgoing;
using Bot.Indicators;
using Bot.Indicators.Contacts;
using Bot.Indicators.Obligations;
using Bot.Indicators.Periods;
using Bot.Reminders;
using Bot.Reminders.Actions;
using Bot.Reminders.Composing;
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
        Clicked = new ClickedObligation(
            Views,
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

    public static async Task<ClickStore> CreateAsync() => new(await TestStore.CreateAsync());

    public async Task<ObligationCase> NowAsync() => (await Views.FindAsync(Plan, null, TestStore.Today, CancellationToken.None)).Case;

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
