using Bot.Indicators.Contacts;
using Bot.Indicators.Obligations;
using Bot.Reminders.Composing;
using Bot.Reminders.Planning;
using Bot.Store.Contacts;
using Bot.Store.Notices;

namespace Bot.Reminders.Actions;

/// <summary>Who must be told of what happened: inspectors of what waits for them, the unit of what was decided.</summary>
internal sealed class Requests(ContactBook contacts, NoticePreferences wishes)
{
    /// <summary>
    /// A notice for each of them but the one who did it, whose card shows it already. Who has paused is spared as long as another of them is
    /// not: somebody waits for the answer.
    /// </summary>
    public async Task<IReadOnlyList<PlannedNotice>> FollowingAsync(
        ObligationCase about,
        ObligationEvent happened,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        List<string> to =
        [
            .. To(about, happened.Step)
                .Where(contact => !string.Equals(contact.Upn, happened.By, StringComparison.OrdinalIgnoreCase))
                .Select(contact => Addressees.RecipientOf(contact.Upn)),
        ];
        var addressees = new Addressees([], [], await wishes.AllAsync(cancellationToken));
        var isAnybodyThere = to.Exists(recipient => addressees.Refuses(recipient, today) is null);
        return
        [
            .. to.Select(recipient =>
                Notice(about, happened, recipient, today) with
                {
                    SuppressedBecause = isAnybodyThere ? addressees.Refuses(recipient, today) : null,
                }
            ),
        ];
    }

    private IEnumerable<Contact> To(ObligationCase about, ObligationStep step) =>
        step switch
        {
            ObligationStep.Marked or ObligationStep.ExtensionRequested => contacts.All.Where(c => c.Role == Role.Inspector),
            ObligationStep.Returned or ObligationStep.ExtensionGranted or ObligationStep.ExtensionRefused => contacts.All.Where(c =>
                c.Role == Role.Official && c.Unit == about.Key.Unit
            ),
            _ => [],
        };

    private static PlannedNotice Notice(ObligationCase about, ObligationEvent happened, string recipient, DateOnly today)
    {
        var key = $"{about.Key}|{happened.Step}|{about.Version + 1}|{recipient}";
        return new()
        {
            Key = key,
            Kind = RequestPayload.Kind,
            Recipient = recipient,
            Payload = new RequestPayload(about.Key.ToString(), happened.Step).ToString(),
            DueAt = happened.At,
            Intended = [new(key, about.Key.ToString(), happened.Step.ToString(), today)],
        };
    }
}
