using Bot.Activities.Inbound;
using Bot.Hosting;
using Bot.Indicators.Contacts;
using Bot.Store.Catalogues;
using Bot.Tab.Views;
using Bot.Telemetry;
using Bot.Turns;
using Bot.WebChat;

namespace Bot.Tab;

/// <summary>The dashboard at <c>/tab</c>: pages, what their forms do, and how a visitor signs in.</summary>
internal static class TabEndpoints
{
    private static readonly string[] ReadMethods = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Registers it; nothing is made before the first page is asked for.</summary>
    public static IServiceCollection AddTab(this IServiceCollection services) =>
        services
            .AddSingleton<WeekChanges>()
            .AddSingleton<TabSite>()
            .AddSingleton<TabSession>()
            .AddSingleton<TabRenderer>()
            .AddSingleton<TabForms>()
            .AddSingleton<Visitors>()
            .AddSingleton<Standings>()
            .AddSingleton<Overviews>()
            .AddSingleton<UnitViews>()
            .AddSingleton<DeliveryViews>()
            .AddSingleton<ReviewViews>();

    /// <summary>Maps the routes.</summary>
    public static void MapTab(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods(TabAddress.Overview, ReadMethods, Overview);
        routes.MapMethods(TabAddress.Units, ReadMethods, Units);
        routes.MapMethods(TabAddress.Units + "/{code}", ReadMethods, Unit);
        routes.MapMethods(TabAddress.Deliveries, ReadMethods, Deliveries);
        routes.MapMethods(TabAddress.ToReview, ReadMethods, ToReview);
        routes.MapMethods(TabAddress.ToReview + "/{document}", ReadMethods, ToReview);
        routes.MapPost(TabAddress.Act, Guarded(static http => The<TabForms>(http).ActAsync(http)));
        routes.MapPost("/tab/session", Guarded(SignIn));
        routes.MapPost("/tab/persona", Guarded(Take));
        routes.MapGet($"/{TabSite.Folder}/{{name}}", (RequestDelegate)File);
    }

    private static RequestDelegate Guarded(Func<HttpContext, Task> answer) =>
        http => The<TabSite>(http).AnswerAsync(http, () => answer(http));

    private static Task Overview(HttpContext http) =>
        The<TabSite>(http)
            .ShowAsync<OverviewPage>(
                http,
                Standings.Names,
                static _ => true,
                async (asked, reader, cancellationToken) =>
                {
                    var view = await The<Overviews>(http).OfAsync(asked, reader, cancellationToken);
                    var catalogue = The<CatalogueCache>(http).Current;
                    return new(view, asked.State is null ? TabTables.Of(view.Units, catalogue) : TabTables.Of(view.Cases, catalogue));
                }
            );

    private static Task Units(HttpContext http) =>
        The<TabSite>(http)
            .ShowAsync<UnitsPage>(
                http,
                [],
                static _ => true,
                async (asked, reader, cancellationToken) =>
                {
                    var view = await The<UnitViews>(http).ListAsync(asked, reader, cancellationToken);
                    return new(view, TabTables.Of(view.Units, The<CatalogueCache>(http).Current));
                }
            );

    private static Task Unit(HttpContext http) =>
        The<TabSite>(http)
            .ShowAsync<UnitPage>(
                http,
                [],
                static _ => true,
                async (_, reader, cancellationToken) =>
                {
                    if (The<CatalogueCache>(http).Current.Unit((string)http.Request.RouteValues["code"]!) is not { } unit)
                    {
                        return null;
                    }

                    var view = await The<UnitViews>(http).OfAsync(unit, reader, cancellationToken);
                    return new(view, TabTables.Of(view));
                }
            );

    private static Task Deliveries(HttpContext http) =>
        The<TabSite>(http)
            .ShowAsync<DeliveriesPage>(
                http,
                DeliverySum.Names,
                Rights.MaySeeDeliveries,
                async (asked, _, cancellationToken) =>
                {
                    var view = await The<DeliveryViews>(http).OfAsync(asked, cancellationToken);
                    return new(view, TabTables.Of(view));
                }
            );

    private static Task ToReview(HttpContext http) =>
        The<TabSite>(http)
            .ShowAsync<ReviewPage>(
                http,
                [],
                Rights.MayDecideFacts,
                async (_, _, cancellationToken) =>
                {
                    var document = (string?)http.Request.RouteValues["document"];
                    return await The<ReviewViews>(http).OfAsync(document, cancellationToken) is { } view ? new(view) : null;
                }
            );

    // A token of Teams for a session of ours; the page asks for it by its script.
    private static async Task SignIn(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        var check = await The<PersonTokens>(http).CheckAsync(http.Request.Headers.Authorization);
        if (check.AadObjectId is { } person)
        {
            The<Visitors>(http).SignIn(http, person);
            http.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        The<ILogger<TabSite>>(http).SignInRefused(check.Status, check.Reason);
        if (check.Stranger is { } stranger)
        {
            await The<RefusedStrangers>(http).NoteAsync(stranger.Tenant, stranger.AadObjectId, "tab/session", check.Reason);
        }

        http.Response.StatusCode = check.Status;
        if (check.Status == StatusCodes.Status401Unauthorized)
        {
            http.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
        }
    }

    private static async Task Take(HttpContext http)
    {
        var visitors = The<Visitors>(http);
        if (!visitors.MayChoose(http) || !TabForms.IsFromOwnPage(http.Request) || await TabForms.ReadAsync(http) is not { } form)
        {
            await The<TabSite>(http).SayAsync(http, null, PageNotice.Denied);
            return;
        }

        visitors.Take(http, Personas.Find(form["persona"].ToString()));
        TabForms.Lead(http, TabForms.Back(form), null);
    }

    private static Task File(HttpContext http)
    {
        var name = (string)http.Request.RouteValues["name"]!;
        return name == TabSite.TeamsLibrary ? PageFile.SendBesideAsync(http, TabSite.Folder, name)
            : TabSite.Files.FirstOrDefault(file => file.Path == http.Request.Path) is { } file ? file.SendAsync(http)
            : NotFound(http);
    }

    private static Task NotFound(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static T The<T>(HttpContext http)
        where T : notnull => http.RequestServices.GetRequiredService<T>();
}
