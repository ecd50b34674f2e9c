using Bot.Delivery.Outgoing;
using Bot.Reminders.Policies;
using Bot.Store.Catalogues;
using Bot.Store.Contacts;
using Bot.Store.Notices;

namespace Bot.Reminders.Planning;

/// <summary>What plannings decide by, and where they write it down.</summary>
internal sealed record PlanningSources(
    OwedObligations Owed,
    CatalogueCache Catalogues,
    ContactBook Contacts,
    NoticeLedger Ledger,
    NoticePreferences Wishes,
    ReminderPolicies Policies,
    DispatchSignal Dispatch,
    TimeProvider Clock
)
{
    /// <summary>Who can be told, and what they wish.</summary>
    public async Task<Addressees> AddresseesAsync(CancellationToken cancellationToken) =>
        new(Contacts.All, await Ledger.InspectionChannelsAsync(cancellationToken), await Wishes.AllAsync(cancellationToken));
}
