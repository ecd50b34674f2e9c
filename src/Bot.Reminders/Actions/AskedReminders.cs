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
    private readonly NoticeLedger _ledger;
    private readonly ObligationChanges _changes;
    private readonly DispatchSignal _dispatch;
    private readonly TimeProvider _clock;

    internal AskedReminders(
        ContactBook contacts,
        NoticeLedger ledger,
        ObligationChanges changes,
        DispatchSignal dispatch,
        TimeProvider clock
    ) => (_contacts, _ledger, _changes, _dispatch, _clock) = (contacts, ledger, changes, dispatch, clock);

    /// <summary>Who would be reminded.</summary>
    public IReadOnlyList<Contact> Recipients(IEnumerable<ObligationKey> obligations)
    {
        var units = obligations.Select(o => o.Unit).ToHashSet();
        return [.. _contacts.All.Where(c => c is { Role: Role.Official, Unit: { } unit } && units.Contains(unit))];
    }

    /// <summary>Plans them; how many people have not been asked today for the same.</summary>
    public async Task<int> SendAsync(IReadOnlyList<ObligationKey> obligations, DateOnly today, CancellationToken cancellationToken)
    {
        List<(string Recipient, List<IntendedDelivery> Intended)> asked =
        [
            .. from person in Recipients(obligations)
            let recipient = Addressees.RecipientOf(person.Upn)
            select (recipient, obligations.Where(o => o.Unit == person.Unit).Select(o => Delivery(o, recipient, today)).ToList()),
        ];
        var keys = asked.SelectMany(one => one.Intended).Select(delivery => delivery.Key);
        var known = (await _ledger.DeliveriesAsync(keys, cancellationToken)).Select(row => row.Key).ToHashSet();
        var sent = await _changes.AnnounceAsync(
            [
                .. from one in asked
                let fresh = one.Intended.FindAll(delivery => !known.Contains(delivery.Key))
                where fresh.Count > 0
                select Notice(fresh, one.Recipient, today),
            ],
            cancellationToken
        );
        _dispatch.Wake();
        return sent;
    }

    // A card is kept up to date with what it accounts for, so it holds nothing else.
    private PlannedNotice Notice(List<IntendedDelivery> intended, string recipient, DateOnly today) =>
        new()
        {
            Key = string.Create(
                CultureInfo.InvariantCulture,
                $"{Wording}|{today:yyyy-MM-dd}|{recipient}|{Merging.Mark(intended.Select(delivery => delivery.Key))}"
            ),
            Kind = ReminderPayload.Kind,
            Recipient = recipient,
            Payload = new ReminderPayload
            {
                Day = today,
                Items = [.. intended.Select(delivery => new ReminderItem(delivery.Obligation, Wording, Wording, "", 0))],
            }.ToString(),
            DueAt = _clock.GetUtcNow(),
            Intended = [.. intended],
        };

    private static IntendedDelivery Delivery(ObligationKey obligation, string recipient, DateOnly today) =>
        new(
            string.Create(CultureInfo.InvariantCulture, $"{obligation}|{Wording}|{today:yyyy-MM-dd}|{recipient}"),
            obligation.ToString(),
            Wording,
            today
        );
}
