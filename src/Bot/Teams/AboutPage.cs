using System.Reflection;
using Bot.WebChat;

namespace Bot.Teams;

/// <summary><c>GET /about</c>: what the app is, what it keeps and on what terms; the addresses that the manifest must name (bot-protocol 8.1).</summary>
internal static class AboutPage
{
    /// <summary>Maps the route.</summary>
    public static void MapAbout(this IEndpointRouteBuilder routes) => routes.MapGet("/about", Page);

    private static IResult Page(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        var language = PageStrings.IsEnglish(context.Request.Query["lang"]) ? "en" : "vi";
        return Results.Stream(
            Assembly.GetExecutingAssembly().GetManifestResourceStream($"Teams/about.{language}.html")!,
            "text/html; charset=utf-8"
        );
    }
}
