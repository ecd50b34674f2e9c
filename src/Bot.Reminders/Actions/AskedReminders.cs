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
    private readonly NoticePreferences _wishes;
    private readonly NoticeLedger _ledger;
    private readonly ObligationChanges _changes;
    private readonly DispatchSignal _dispatch;
    private readonly TimeProvider _clock;

    internal AskedReminders(
        ContactBook contacts,
        NoticePreferences wishes,
        NoticeLedger ledger,
        ObligationChanges changes,
        DispatchSignal dispatch,
        TimeProvider clock
    ) => (_contacts, _wishes, _ledger, _changes, _dispatch, _clock) = (contacts, wishes, ledger, changes, dispatch, clock);

    /// <summary>Who would be reminded, and who wishes no reminder on that day: a pause holds back these as well, and who asks is told.</summary>
    public async Task<(IReadOnlyList<Contact> Reached, IReadOnlyList<(Contact Person, DateOnly? Until)> Spared)> RecipientsAsync(
        IEnumerable<ObligationKey> obligations,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        var wishes = await _wishes.AllAsync(cancellationToken);
        var people = Officials(obligations).ToLookup(c => wishes.GetValueOrDefault(c.Upn)?.Refuses(today) is null);
        return ([.. people[true]], [.. people[false].Select(c => (c, wishes[c.Upn].On ? wishes[c.Upn].PausedUntil : null))]);
    }

    /// <summary>
    /// Plans them, for who wishes none as suppressed; how many of the people whom it reaches have not been asked today for the same.
    /// </summary>
    public async Task<int> SendAsync(IReadOnlyList<ObligationKey> obligations, DateOnly today, CancellationToken cancellationToken)
    {
        var wishes = await _wishes.AllAsync(cancellationToken);
        List<(string Recipient, string? Refuses, List<IntendedDelivery> Intended)> asked =
        [
            .. from person in Officials(obligations)
            let recipient = Addressees.RecipientOf(person.Upn)
            let refuses = wishes.GetValueOrDefault(person.Upn)?.Refuses(today)
            let owed = obligations.Where(o => o.Unit == person.Unit)
            select (recipient, refuses, owed.Select(o => Delivery(o, recipient, today, refuses is not null)).ToList()),
        ];
        var keys = asked.SelectMany(one => one.Intended).Select(delivery => delivery.Key);
        var known = (await _ledger.DeliveriesAsync(keys, cancellationToken)).Select(row => row.Key).ToHashSet();
        var sent = await _changes.AnnounceAsync(
            [
                .. from one in asked
                let fresh = one.Intended.FindAll(delivery => !known.Contains(delivery.Key))
                where fresh.Count > 0
                select Notice(fresh, one.Recipient, today) with
                {
                    SuppressedBecause = one.Refuses,
                },
            ],
            cancellationToken
        );
        _dispatch.Wake();
        return sent;
    }

    private IEnumerable<Contact> Officials(IEnumerable<ObligationKey> obligations)
    {
        var units = obligations.Select(o => o.Unit).ToHashSet();
        return _contacts.All.Where(c => c is { Role: Role.Official, Unit: { } unit } && units.Contains(unit));
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

    // Who ends a pause on the same day can be asked: what was suppressed bears another key.
    private static IntendedDelivery Delivery(ObligationKey obligation, string recipient, DateOnly today, bool isSuppressed) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{obligation}|{Wording}|{today:yyyy-MM-dd}|{recipient}{(isSuppressed ? "|suppressed" : "")}"
            ),
            obligation.ToString(),
            Wording,
            today
        );
}
