using Bot.Cards.Notices;
using Bot.Indicators.Contacts;
using Bot.Indicators.Obligations;
using Bot.Store.Contacts;
using Bot.Store.Obligations;

namespace Bot.Reminders.Actions;

/// <summary>Obligations as one reader gets them: the present state, with what that reader may do now.</summary>
public sealed class CaseViews(ObligationCases cases, ContactBook contacts)
{
    /// <summary>The obligation as it stands now, for that reader.</summary>
    public async Task<CaseView> FindAsync(
        ObligationKey key,
        Contact? reader,
        DateOnly today,
        CancellationToken cancellationToken,
        bool toInspectors = false
    ) => Of(await cases.FindAsync(key, today, cancellationToken), reader, today, toInspectors);

    /// <summary>An obligation that was read already, for that reader; or for the channel of the inspection team.</summary>
    public CaseView Of(ObligationCase about, Contact? reader, DateOnly today, bool toInspectors = false) =>
        new()
        {
            Case = about,
            Reader = reader,
            Offers = toInspectors ? ObligationOffers.ForInspectors(about, today) : ObligationOffers.For(reader, about, today),
            People = about
                .Events.Select(e => contacts.ByUpn(e.By))
                .OfType<Contact>()
                .DistinctBy(c => c.Upn)
                .ToDictionary(c => c.Upn, StringComparer.OrdinalIgnoreCase),
        };

    /// <summary>Several obligations in the order given, for that reader.</summary>
    public async Task<IReadOnlyList<CaseView>> FindAllAsync(
        IEnumerable<ObligationKey> keys,
        Contact? reader,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        List<CaseView> views = [];
        foreach (var key in keys.Distinct())
        {
            views.Add(await FindAsync(key, reader, today, cancellationToken));
        }

        return views;
    }
}
