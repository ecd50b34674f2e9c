using Bot.Asking;
using Bot.CardActions;
using Bot.Store.Audit;
using Bot.Store.Contacts;

namespace Bot.Turns;

/// <summary>Whoever tries what he may not do is told politely, and it stands in the audit log: a forged click leaves a trace.</summary>
internal sealed class RefusedAttempts(AuditLog audit, ContactBook contacts)
{
    private const string NoRight = "no right";

    // What the cards of the bot name things by; other members of the data are the sender's own.
    private static readonly string[] Names = ["obligation", "document", "fact", "query", "contact", "bearer"];

    /// <summary>Notes a click that was refused.</summary>
    public Task NoteAsync(Answer answer, CardClick click, Sender sender, CancellationToken cancellationToken) =>
        NoteAsync(answer.Outcome, click.Verb, About(click), sender, cancellationToken);

    /// <summary>Notes something else that was refused.</summary>
    public Task NoteAsync(Outcome outcome, string what, string about, Sender sender, CancellationToken cancellationToken) =>
        outcome == Outcome.Denied ? audit.RefusedAsync(Who(sender), what, about, NoRight, cancellationToken) : Task.CompletedTask;

    private string Who(Sender sender) => contacts.ByObjectId(sender.AadObjectId)?.Upn ?? $"guest:{sender.AadObjectId}";

    private static string About(CardClick click) =>
        string.Join(
            "; ",
            Names.Select(name => (name, value: click.Text(name))).Where(m => m.value is not null).Select(m => $"{m.name}={m.value}")
        );
}
