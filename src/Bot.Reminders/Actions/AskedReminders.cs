using System.Globalization;
using Bot.Delivery.Outgoing;
using Bot.Indicators.Contacts;
using Bot.Indicators.Obligations;
using Bot.Reminders.Planning;
using Bot.Store.Contacts;
using Bot.Store.Notices;
using Bot.Store.Obligations;

namespace Bot.Reminders.Actions;

/// <summary>Reminders that an inspector asks for, to the officials of the units that owe something; once a day for the same.</summary>
public sealed class AskedReminders
{
    private const string Wording = "asked";

    private readonly ContactBook _contacts;
    private readonly ObligationChanges _changes;
    private readonly DispatchSignal _dispatch;
    private readonly TimeProvider _clock;

    internal AskedReminders(ContactBook contacts, ObligationChanges changes, DispatchSignal dispatch, TimeProvider clock) =>
        (_contacts, _changes, _dispatch, _clock) = (contacts, changes, dispatch, clock);

    /// <summary>Who would be reminded.</summary>
    public IReadOnlyList<Contact> Recipients(IEnumerable<ObligationKey> obligations)
    {
        var units = obligations.Select(o => o.Unit).ToHashSet();
        return [.. _contacts.All.Where(c => c is { Role: Role.Official, Unit: { } unit } && units.Contains(unit))];
    }

    /// <summary>Plans them; how many people have not been asked today for the same.</summary>
    public async Task<int> SendAsync(IReadOnlyList<ObligationKey> obligations, DateOnly today, CancellationToken cancellationToken)
    {
        var sent = await _changes.AnnounceAsync(
            [
                .. Recipients(obligations)
                    .Select(person => Notice([.. obligations.Where(o => o.Unit == person.Unit)], $"contact:{person.Upn}", today)),
            ],
            cancellationToken
        );
        _dispatch.Wake();
        return sent;
    }

    private PlannedNotice Notice(List<ObligationKey> obligations, string recipient, DateOnly today)
    {
        var day = today.ToString("O", CultureInfo.InvariantCulture);
        return new()
        {
            Key = $"{Wording}|{string.Join('+', obligations)}|{day}|{recipient}",
            Kind = ReminderPayload.Kind,
            Recipient = recipient,
            Payload = new ReminderPayload
            {
                Day = today,
                Items = [.. obligations.Select(o => new ReminderItem(o.ToString(), Wording, Wording, "", 0))],
            }.ToString(),
            DueAt = _clock.GetUtcNow(),
            Intended = [.. obligations.Select(o => new IntendedDelivery($"{o}|{Wording}|{day}|{recipient}", o.ToString(), Wording, today))],
        };
    }
}
