namespace Bot.WebChat;

/// <summary>Who talks in a conversation of the chat page, as the server knows it; nothing of it comes from the client but a guest's name.</summary>
/// <param name="Id">The Direct Line user id, beginning with <c>dl_</c>.</param>
/// <param name="Name">The display name; null when not known.</param>
/// <param name="AadObjectId">Entra object id of the sample contact (contract 2); null for a guest, who has no rights.</param>
internal sealed record ChatUser(string Id, string? Name, string? AadObjectId);

/// <summary>A sample contact that the chat page offers as a role (contract, section 2).</summary>
/// <param name="UserId">The Direct Line user id that stands for it.</param>
/// <param name="Key">Key of its name in the page's strings.</param>
/// <param name="Upn">Its sign-in name, shown under the name.</param>
/// <param name="AadObjectId">Its Entra object id: this is what the bot decides rights by.</param>
/// <param name="Question">Key of a question that only this role is offered; null for none.</param>
internal sealed record Persona(string UserId, string Key, string Upn, string AadObjectId, string? Question = null);

/// <summary>The sample contacts, and the one place where a user id of the page becomes an identity.</summary>
internal static class Personas
{
    /// <summary>What every user id begins with: the real service reserves the prefix for ids that are bound into a token.</summary>
    public const string Prefix = "dl_";

    /// <summary>All of them, the page's first choice first.</summary>
    public static IReadOnlyList<Persona> All { get; } =
    [
        new("dl_syt", "personaHealth", "official.syt@example.org", "00000000-0000-0000-0000-000000000001"),
        new("dl_sgtvt", "personaTransport", "official.sgtvt@example.org", "00000000-0000-0000-0000-000000000002"),
        new("dl_inspector", "personaInspector", "inspector@example.org", "00000000-0000-0000-0000-000000000003", "dueToday"),
        new("dl_admin", "personaAdmin", "admin@example.org", "00000000-0000-0000-0000-000000000004"),
    ];

    /// <summary>
    /// Whether a persona may be taken from where the request comes: only this very machine, also in Development, since an admin is among
    /// them. A proxy on this machine speaks for others.
    /// </summary>
    public static bool MayBeTakenFrom(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address
        && System.Net.IPAddress.IsLoopback(address)
        && !context.Request.Headers.ContainsKey("X-Forwarded-For")
        && !context.Request.Headers.ContainsKey("Forwarded");

    /// <summary>The persona of a user id; null for any other id.</summary>
    public static Persona? Find(string userId) => All.FirstOrDefault(persona => persona.UserId == userId);
}
