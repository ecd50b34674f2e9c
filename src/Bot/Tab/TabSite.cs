using Bot.Asking;
using Bot.Cards;
using Bot.Cards.Pages;
using Bot.Clocks;
using Bot.Hosting;
using Bot.Indicators;
using Bot.Indicators.Contacts;
using Bot.Store.Contacts;
using Bot.Store.Tables;
using Bot.Tab.Views;
using Bot.Telemetry;
using Bot.WebChat;
using Microsoft.AspNetCore.Components;

namespace Bot.Tab;

/// <summary>What a page answers with.</summary>
/// <param name="View">What it shows.</param>
/// <param name="Table">The same to take away; null where there is nothing to take.</param>
internal sealed record PageContent(object View, ExportedTable? Table = null);

/// <summary>One page of the dashboard: who looks, what is asked, and what is answered where that cannot be.</summary>
internal sealed class TabSite(
    Visitors visitors,
    TabSession sessions,
    TabRenderer renderer,
    Assistant assistant,
    ReviewViews reviews,
    ContactBook contacts,
    TimeProvider clock,
    ILogger<TabSite> logger
)
{
    /// <summary>Where the pages' files are served.</summary>
    public const string Folder = "tab-files";

    /// <summary>Teams' own library, beside the program.</summary>
    public const string TeamsLibrary = "teams.js";

    // Teams and the other hosts of its tabs may frame the pages, nobody else may; the library of Teams reads its own list of hosts.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self' https://res.cdn.office.net; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'self' https://teams.microsoft.com https://*.teams.microsoft.com "
        + "https://*.cloud.microsoft https://*.microsoft365.com https://*.office.com https://outlook.office.com https://outlook.office365.com";

    private static readonly string[] Themes = ["dark", "contrast", "light"];

    /// <summary>The style sheet and the script.</summary>
    public static IReadOnlyList<PageFile> Files { get; } =
    [new("Tab/tab.css", $"/{Folder}/", "text/css"), new("Tab/tab.js", $"/{Folder}/", "text/javascript")];

    /// <summary>Shows a page, or says why not.</summary>
    /// <param name="http">The request.</param>
    /// <param name="states">The states that the page can be filtered by.</param>
    /// <param name="may">Whether a reader may see the page; null is a guest.</param>
    /// <param name="load">What it shows; null where the address names nothing that is there.</param>
    public async Task ShowAsync<TPage>(
        HttpContext http,
        IReadOnlyCollection<string> states,
        Func<Contact?, bool> may,
        Func<TabAddress, Contact?, CancellationToken, Task<PageContent?>> load
    )
        where TPage : IComponent
    {
        Guard(http.Response);
        await AnswerAsync(http, () => ShowPageAsync<TPage>(http, states, may, load));
    }

    /// <summary>Answers a request; where that fails, a page says so with the reference that the log has.</summary>
    public async Task AnswerAsync(HttpContext http, Func<Task> answer)
    {
        try
        {
            await answer();
        }
        catch (Exception e) when (e is not OperationCanceledException && !http.Response.HasStarted)
        {
            var reference = FaultReference.New();
            logger.PageFailed(e, reference);
            http.Response.Clear();
            Guard(http.Response);
            var frame = Frame(http, new TabAddress(http.Request.Path.Value!) { Lang = TabAddress.LangOf(http.Request) }, null);
            await WriteAsync<NoticePage>(http, frame, new Notice(PageNotice.Failed, reference), StatusCodes.Status503ServiceUnavailable);
        }
    }

    /// <summary>A page that says one thing in place of what was asked for.</summary>
    public async Task SayAsync(HttpContext http, Visitor? visitor, PageNotice what)
    {
        Guard(http.Response);
        var address = new TabAddress(TabAddress.Overview) { Lang = TabAddress.LangOf(http.Request) };
        var frame = visitor is null ? Frame(http, address, null) : await FrameAsync(http, address, visitor);
        await WriteAsync<NoticePage>(http, frame, new Notice(what, ""), (int)what);
    }

    /// <summary>The language of a page: as the address says, as Teams says, as the browser says; else Vietnamese.</summary>
    public static Language LanguageOf(HttpRequest request) =>
        (TabAddress.LangOf(request) ?? request.GetTypedHeaders().AcceptLanguage.MaxBy(l => l.Quality ?? 1)?.Value.Value)?.StartsWith(
            "en",
            StringComparison.OrdinalIgnoreCase
        ) == true
            ? Language.English
            : Language.Vietnamese;

    private async Task ShowPageAsync<TPage>(
        HttpContext http,
        IReadOnlyCollection<string> states,
        Func<Contact?, bool> may,
        Func<TabAddress, Contact?, CancellationToken, Task<PageContent?>> load
    )
        where TPage : IComponent
    {
        if (visitors.Of(http) is not { } visitor)
        {
            http.Response.Headers.WWWAuthenticate = "Bearer";
            await SayAsync(http, null, PageNotice.SignedOut);
        }
        else if (TabAddress.Read(http.Request, states) is not { } address)
        {
            await SayAsync(http, visitor, PageNotice.BadAddress);
        }
        else if (!may(visitor.Person))
        {
            await SayAsync(http, visitor, PageNotice.Denied);
        }
        else if (await load(address, visitor.Person, http.RequestAborted) is not { } content)
        {
            await SayAsync(http, visitor, PageNotice.NotFound);
        }
        else if (address.Csv && content.Table is { } table)
        {
            await SendAsync(http.Response, table, address);
        }
        else
        {
            await WriteAsync<TPage>(http, await FrameAsync(http, address, visitor), content.View, StatusCodes.Status200OK);
        }
    }

    private static void Guard(HttpResponse response)
    {
        var headers = response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "same-origin";
    }

    private async Task<PageFrame> FrameAsync(HttpContext http, TabAddress address, Visitor visitor) =>
        Frame(http, address, visitor) with
        {
            ToReview = await reviews.CountAsync(visitor.Person, http.RequestAborted),
        };

    private PageFrame Frame(HttpContext http, TabAddress address, Visitor? visitor) =>
        new(
            new PageWords(assistant.Context(LanguageOf(http.Request), Surface.WebChat)),
            address,
            visitor,
            clock.GetUtcNow(),
            new PageFiles(Files[0].Address, Files[1].Address, PageFile.AddressBeside(Folder, TeamsLibrary))
        )
        {
            FormToken = visitor?.Session is { } session ? sessions.FormToken(session) : null,
            SeesDeliveries = Rights.MaySeeDeliveries(visitor?.Person),
            Kinds = [.. assistant.Catalogue.Units.Where(u => u.ExistsOn(clock.Today)).Select(u => u.Kind).Distinct().Order()],
            Theme = Themes.FirstOrDefault(theme => theme == http.Request.Query["theme"]),
            Personas = visitor is not { MayChoose: true }
                ? []
                :
                [
                    .. Personas
                        .All.Select(p => (Persona: p, Contact: contacts.ByObjectId(p.AadObjectId)))
                        .Where(p => p.Contact is not null)
                        .Select(p => new PersonaChoice(p.Persona.UserId, p.Contact!.Name, p.Persona.AadObjectId == visitor.AadObjectId)),
                ],
        };

    private async Task WriteAsync<TPage>(HttpContext http, PageFrame frame, object view, int status)
        where TPage : IComponent
    {
        var html = await renderer.HtmlAsync<TPage>(frame, view);
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/html; charset=utf-8";
        await http.Response.WriteAsync(html, http.RequestAborted);
    }

    private static async Task SendAsync(HttpResponse response, ExportedTable table, TabAddress address)
    {
        using var file = new MemoryStream();
        // With the mark, by which spreadsheets know that it is UTF-8.
        await using (var csv = new StreamWriter(file, new System.Text.UTF8Encoding(true), leaveOpen: true))
        {
            await table.WriteAsync(csv, response.HttpContext.RequestAborted);
        }

        var name = address.Path.Trim('/').Replace('/', '-');
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = $"attachment; filename=\"{new string([.. name.Where(char.IsAscii)])}.csv\"";
        response.ContentLength = file.Length;
        await response.Body.WriteAsync(file.GetBuffer().AsMemory(0, (int)file.Length), response.HttpContext.RequestAborted);
    }
}
