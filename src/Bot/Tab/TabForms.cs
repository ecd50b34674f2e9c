using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Asking;
using Bot.CardActions;
using Bot.Cards;
using Bot.Turns;
using Microsoft.AspNetCore.Http.Features;

namespace Bot.Tab;

/// <summary>
/// What the forms of the pages do: each is a button of a card without a card. Its verb goes to the same code as a click in chat, which asks
/// the same table of rights, and the page says what came of it.
/// </summary>
internal sealed class TabForms(TabSite site, TabSession sessions, Visitors visitors, VerbRouter verbs, RefusedAttempts refused)
{
    private const string Token = "token";
    private const int MostBytes = 32 * 1024;

    private static readonly string[] Fields =
    [
        "verb",
        "obligation",
        "version",
        "among",
        "documentNumber",
        "issuedOn",
        "link",
        "until",
        "reason",
        "document",
        "fact",
        "value",
        "page",
        "query",
        "lang",
    ];

    /// <summary>Carries a form out and leads back to the page that it stood on.</summary>
    public async Task ActAsync(HttpContext http)
    {
        var visitor = visitors.Of(http);
        if (visitor is null)
        {
            await site.SayAsync(http, null, PageNotice.SignedOut);
            return;
        }

        if (
            visitor.Session is not { } session
            || !IsFromOwnPage(http.Request)
            || await ReadAsync(http) is not { } form
            || !sessions.IsOfForm(form[Token], session)
        )
        {
            await refused.RefusedAsync(
                TabAddress.Act,
                about: "",
                "the form is none of this session",
                Sender(visitor, http.Request),
                http.RequestAborted
            );
            await site.SayAsync(http, visitor, PageNotice.Denied);
            return;
        }

        var data = new JsonObject();
        foreach (var field in Fields.Where(form.ContainsKey))
        {
            data[field] = form[field].ToString();
        }

        using var value = JsonDocument.Parse(data.ToJsonString());
        if (CardClick.From(value.RootElement) is not { } click)
        {
            await site.SayAsync(http, visitor, PageNotice.BadAddress);
            return;
        }

        var sender = Sender(visitor, http.Request);
        var answer = await verbs.AnswerAsync(click, sender, http.RequestAborted);
        await refused.NoteAsync(answer, click, sender, http.RequestAborted);
        if (answer.Outcome == Outcome.Denied)
        {
            await site.SayAsync(http, visitor, PageNotice.Denied);
            return;
        }

        Lead(
            http,
            Back(form),
            answer.Outcome switch
            {
                Outcome.Answered => "done",
                Outcome.Clarify => "asked",
                _ => "outdated",
            }
        );
    }

    /// <summary>Whether a browser says that the form stood on a page of ours; those that say nothing are held to the form's token.</summary>
    public static bool IsFromOwnPage(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none";

    /// <summary>The form; null where the body is none, or too large.</summary>
    public static async Task<IFormCollection?> ReadAsync(HttpContext http)
    {
        if (!http.Request.HasFormContentType || http.Request.ContentLength is not (>= 0 and <= MostBytes))
        {
            return null;
        }

        try
        {
            return await http.Request.ReadFormAsync(new FormOptions { ValueCountLimit = 32 }, http.RequestAborted);
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException)
        {
            return null;
        }
    }

    /// <summary>The page that a form stood on; the overview where it names none of ours.</summary>
    public static string Back(IFormCollection form) => form["back"].ToString() is var back && IsOfOurs(back) ? back : TabAddress.Overview;

    /// <summary>Leads to a page, which says what was done.</summary>
    public static void Lead(HttpContext http, string to, string? done)
    {
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.Location = done is null ? to : $"{to}{(to.Contains('?', StringComparison.Ordinal) ? '&' : '?')}done={done}";
    }

    private static bool IsOfOurs(string address) =>
        address.StartsWith(TabAddress.Overview, StringComparison.Ordinal)
        && address.Length < 500
        && (address.Length == TabAddress.Overview.Length || address[TabAddress.Overview.Length] is '/' or '?')
        && address.All(c => c is > ' ' and < '\u007f' and not '\\');

    private static Sender Sender(Visitor visitor, HttpRequest request) =>
        new()
        {
            AadObjectId = visitor.AadObjectId,
            DialogueKey = $"tab|{visitor.AadObjectId}",
            Language = TabSite.LanguageOf(request),
            Surface = Surface.WebChat,
            SharedConversation = null,
            MentionsBot = false,
        };
}
