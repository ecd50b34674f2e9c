using System.Runtime.CompilerServices;
using Bot.Indicators;
using Bot.Indicators.Obligations;
using Bot.Reminders.Planning;
using Bot.Store.Catalogues;
using Bot.Store.Contacts;
using Bot.Store.Notices;

namespace Bot.Reminders.Digest;

/// <summary>What will go out on the next days under today's data; nothing is written.</summary>
public sealed class ReminderPreview(ReminderPlanner planner, WeeklyDigest digest, ContactBook contacts, CatalogueCache catalogues)
{
    /// <summary>The plan of each day from <paramref name="first"/> on, days off too: what a day would send, the next one does not send again.</summary>
    public async IAsyncEnumerable<ReminderPlan> PlansAsync(
        DateOnly first,
        int days,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var shown = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var plan in planner.PreviewAsync(first, days, cancellationToken))
        {
            yield return plan with
            {
                Notices = [.. plan.Notices.Select(notice => New(notice, shown)).OfType<PlannedNotice>()],
            };
        }
    }

    /// <summary>The days on which something would go out.</summary>
    public async Task<IReadOnlyList<PreviewDay>> DaysAsync(DateOnly first, int days, CancellationToken cancellationToken)
    {
        List<PreviewDay> found = [];
        var weeks = new HashSet<DateOnly>();
        await foreach (var plan in PlansAsync(first, days, cancellationToken))
        {
            var due = await digest.DueAsync(plan.Day, cancellationToken);
            var digests = due is { } week && weeks.Add(week) ? (await digest.RecipientsAsync(plan.Day, cancellationToken)).Count : 0;
            if (digests > 0 || plan.Notices.Count > 0)
            {
                found.Add(new(plan.Day, [.. plan.Notices.Select(Card)], digests));
            }
        }

        return found;
    }

    // A card holds several reminders; those of days before are taken out.
    private static PlannedNotice? New(PlannedNotice notice, HashSet<string> shown)
    {
        ValueList<IntendedDelivery> fresh = [.. notice.Intended.Where(intended => shown.Add(intended.Key))];
        return fresh.IsEmpty ? null : notice with { Intended = fresh };
    }

    private PreviewedCard Card(PlannedNotice notice) =>
        new(
            contacts.ByUpn(Addressees.UpnOf(notice.Recipient)),
            [.. notice.Intended.Select(i => ObligationKey.Find(i.Obligation, catalogues.Current)).OfType<ObligationKey>()],
            notice.SuppressedBecause
        );
}
