using Bot.Asking;
using Bot.CardActions;
using Bot.Store.Audit;
using Bot.Store.Contacts;

namespace Bot.Turns;

/// <summary>Whoever tries what he may not do, or alters a card's data, is told politely, and it stands in the audit log: a forged click leaves a trace.</summary>
internal sealed class RefusedAttempts(AuditLog audit, ContactBook contacts)
{
    private const string NoRight = "no right";
    private const string NoCard = "data of no card";

    // What the cards of the bot name things by; other members of the data are the sender's own.
    private static readonly string[] Names = ["obligation", "notice", "document", "fact", "query", "contact", "bearer"];

    /// <summary>Notes a click that was refused.</summary>
    public Task NoteAsync(Answer answer, CardClick click, Sender sender, CancellationToken cancellationToken) =>
        answer.IsOfNoCard
            ? RefusedAsync(click.Verb, About(click), NoCard, sender, cancellationToken)
            : NoteAsync(answer.Outcome, click.Verb, About(click), sender, cancellationToken);

    /// <summary>Notes something else that was refused for want of a right.</summary>
    public Task NoteAsync(Outcome outcome, string what, string about, Sender sender, CancellationToken cancellationToken) =>
        outcome == Outcome.Denied ? RefusedAsync(what, about, NoRight, sender, cancellationToken) : Task.CompletedTask;

    /// <summary>Notes that it was refused, and why.</summary>
    public Task RefusedAsync(string what, string about, string reason, Sender sender, CancellationToken cancellationToken) =>
        audit.RefusedAsync(Who(sender), what, about, reason, cancellationToken);

    private string Who(Sender sender) => contacts.ByObjectId(sender.AadObjectId)?.Upn ?? $"guest:{sender.AadObjectId}";

    private static string About(CardClick click) =>
        string.Join(
            "; ",
            Names.Select(name => (name, value: click.Text(name))).Where(m => m.value is not null).Select(m => $"{m.name}={m.value}")
        );
}
