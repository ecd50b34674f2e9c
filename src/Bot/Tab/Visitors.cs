using Bot.Indicators.Contacts;
using Bot.Store.Contacts;
using Bot.WebChat;

namespace Bot.Tab;

/// <summary>Who looks at the dashboard.</summary>
/// <param name="Person">The contact; null for a guest, who reads what is approved.</param>
/// <param name="Session">What the forms of the page are bound to; null where nobody signed in, and then there are none.</param>
/// <param name="AadObjectId">The Entra object id; null where nobody signed in.</param>
/// <param name="MayChoose">Whether sample contacts can be taken: in Development on this very machine.</param>
public sealed record Visitor(Contact? Person, string? Session, string? AadObjectId, bool MayChoose);

/// <summary>Tells who looks, by the cookie of the session; outside Development nobody looks without one.</summary>
internal sealed class Visitors(TabSession sessions, ContactBook contacts, IHostEnvironment environment)
{
    // The prefix has browsers refuse it from anywhere but this host over TLS.
    private const string TeamsCookie = "__Host-tab";
    private const string PersonaCookie = "tab-persona";

    /// <summary>The visitor; null where nobody is signed in.</summary>
    public Visitor? Of(HttpContext http)
    {
        if (Read(http, TeamsCookie, SessionWay.Teams) is { } signedIn)
        {
            return signedIn with { MayChoose = false };
        }

        return !MayChoose(http) ? null : Read(http, PersonaCookie, SessionWay.Persona) ?? new Visitor(null, null, null, MayChoose: true);
    }

    /// <summary>Whether sample contacts can be taken from where the request comes.</summary>
    public bool MayChoose(HttpContext http) => environment.IsDevelopment() && Personas.MayBeTakenFrom(http);

    /// <summary>Starts a session of somebody whose token was good. Teams shows the page in a frame of another site, so the cookie must go along there, and only there.</summary>
    public void SignIn(HttpContext http, string aadObjectId) =>
        http.Response.Headers.Append(
            "Set-Cookie",
            $"{TeamsCookie}={sessions.Begin(SessionWay.Teams, aadObjectId)}; Max-Age={(int)TabSession.Life.TotalSeconds}; Path=/; Secure; HttpOnly; SameSite=None; Partitioned"
        );

    /// <summary>Starts a session of a sample contact; ends the one before where it is null.</summary>
    public void Take(HttpContext http, Persona? persona)
    {
        if (persona is null)
        {
            http.Response.Cookies.Delete(PersonaCookie);
            return;
        }

        var options = new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            MaxAge = TabSession.Life,
        };
        http.Response.Cookies.Append(PersonaCookie, sessions.Begin(SessionWay.Persona, persona.AadObjectId), options);
    }

    private Visitor? Read(HttpContext http, string cookie, SessionWay way) =>
        http.Request.Cookies[cookie] is { } session && sessions.Read(way, session) is { } id
            ? new Visitor(contacts.ByObjectId(id), session, id, MayChoose: true)
            : null;
}
