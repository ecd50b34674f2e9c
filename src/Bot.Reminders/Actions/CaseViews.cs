using Bot.Cards.Notices;
using Bot.Indicators.Contacts;
using Bot.Indicators.Obligations;
using Bot.Store.Contacts;
using Bot.Store.Obligations;

namespace Bot.Reminders.Actions;

/// <summary>Obligations as one reader gets them: the present state, with what that reader may do now.</summary>
public sealed class CaseViews
{
    private readonly ObligationCases _cases;
    private readonly ContactBook _contacts;
    private readonly ReminderTrails _trails;

    internal CaseViews(ObligationCases cases, ContactBook contacts, ReminderTrails trails) =>
        (_cases, _contacts, _trails) = (cases, contacts, trails);

    /// <summary>The obligation as it stands now, for that reader; with the reminders before and after for those who may see reports.</summary>
    /// <param name="key">Which one.</param>
    /// <param name="reader">Who reads it; null for a channel or a guest.</param>
    /// <param name="today">The day.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="occasion">The reminder that the card came with; null for none.</param>
    /// <param name="toInspectors">Whether it is for a channel of the inspection team.</param>
    public async Task<CaseView> FindAsync(
        ObligationKey key,
        Contact? reader,
        DateOnly today,
        CancellationToken cancellationToken,
        Occasion? occasion = null,
        bool toInspectors = false
    )
    {
        var about = await _cases.FindAsync(key, today, cancellationToken);
        var isToldAgain =
            reader is not null
            && ObligationOffers.HasAcknowledged(reader, about)
            && await _trails.IsToldAgainAsync(key, reader, cancellationToken);
        var view = Of(about, reader, today, toInspectors, isToldAgain) with { Occasion = occasion };
        return toInspectors || Rights.MayReadProposed(reader, key.Unit)
            ? view with
            {
                Trail = await _trails.FindAsync(view, today, toInspectors, cancellationToken),
            }
            : view;
    }

    /// <summary>An obligation that was read already, for that reader; or for the channel of the inspection team.</summary>
    public CaseView Of(ObligationCase about, Contact? reader, DateOnly today, bool toInspectors = false) =>
        Of(about, reader, today, toInspectors, isToldAgain: false);

    private CaseView Of(ObligationCase about, Contact? reader, DateOnly today, bool toInspectors, bool isToldAgain)
    {
        var seen = toInspectors || Rights.MayReadProposed(reader, about.Key.Unit) ? about : about.DecisionsOnly();
        return new()
        {
            Case = seen,
            Reader = reader,
            Offers = toInspectors ? ObligationOffers.ForInspectors(seen, today) : ObligationOffers.For(reader, seen, today, isToldAgain),
            People = seen
                .Events.Select(e => _contacts.ByUpn(e.By))
                .OfType<Contact>()
                .DistinctBy(c => c.Upn)
                .ToDictionary(c => c.Upn, StringComparer.OrdinalIgnoreCase),
        };
    }

    /// <summary>Several obligations in the order given, for that reader; one of them alone with its reminders, which a list has no room for.</summary>
    public async Task<IReadOnlyList<CaseView>> FindAllAsync(
        IEnumerable<(ObligationKey Key, Occasion? Occasion)> asked,
        Contact? reader,
        DateOnly today,
        CancellationToken cancellationToken,
        bool toInspectors = false
    )
    {
        List<(ObligationKey Key, Occasion? Occasion)> distinct = [.. asked.DistinctBy(one => one.Key)];
        if (distinct is [var (key, occasion)])
        {
            return [await FindAsync(key, reader, today, cancellationToken, occasion, toInspectors)];
        }

        var found = await _cases.FindAsync([.. distinct.Select(one => one.Key)], today, cancellationToken);
        return [.. found.Zip(distinct, (about, one) => Of(about, reader, today, toInspectors) with { Occasion = one.Occasion })];
    }
}
