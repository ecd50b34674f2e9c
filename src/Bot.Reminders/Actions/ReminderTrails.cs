using Bot.Cards.Notices;
using Bot.Indicators.Contacts;
using Bot.Indicators.Obligations;
using Bot.Indicators.Periods;
using Bot.Reminders.Planning;
using Bot.Reminders.Policies;
using Bot.Store.Catalogues;
using Bot.Store.Contacts;
using Bot.Store.Notices;
using Bot.Store.Rows;

namespace Bot.Reminders.Actions;

/// <summary>Finds what was and what will be sent about an obligation: from the accounting, and by the ladder that runs.</summary>
internal sealed class ReminderTrails(NoticeLedger ledger, ReminderPolicies policies, CatalogueCache catalogues, ContactBook contacts)
{
    /// <summary>That of a card; null where the work is done or waits for an inspector, and nobody is reminded.</summary>
    public async Task<ReminderTrail?> FindAsync(CaseView view, DateOnly today, bool toInspectors, CancellationToken cancellationToken)
    {
        if (view.Case.IsDone || view.Case.Marked is not null)
        {
            return null;
        }

        var key = view.Case.Key.ToString();
        var rows = await ledger.DeliveriesOfAsync(key, ReminderPayload.Kind, cancellationToken);
        var mine = view.Reader is { } reader ? Addressees.RecipientOf(reader.Upn) : null;
        // The reminder that the card is, or was when it was posted.
        var own = view.Occasion is { Day: var day }
            ? rows.LastOrDefault(row => row.Occurrence <= day && IsOf(row, mine, toInspectors))
            : null;
        List<DeliveryRow> others =
        [
            .. rows.Where(row => own is not null && Together(row, own) && !IsOf(row, mine, toInspectors) && Goes(row)),
        ];
        return new()
        {
            Days =
            [
                .. rows.Where(row => Arrived(row) && (own is null || !Together(row, own)))
                    .Select(DayOf)
                    .Where(before => before < (view.Occasion?.Day ?? today.AddDays(1)))
                    .Distinct()
                    .Order(),
            ],
            Officials = [.. others.Select(row => Person(row)).OfType<Contact>().Where(c => c.Role == Role.Official)],
            Inspectors = others.Exists(row => Person(row)?.Role == Role.Inspector),
            Channel = others.Exists(row => !Addressees.IsPerson(row.Recipient)),
            // A reminder may be asked for ahead of its day.
            Next = await NextAsync(view, key, view.Occasion?.Day > today ? view.Occasion.Day : today, toInspectors, cancellationToken),
        };
    }

    /// <summary>Whether the reader has a reminder, or is about to get one, that was not acknowledged: each is by itself.</summary>
    public async Task<bool> IsToldAgainAsync(ObligationKey key, Contact reader, CancellationToken cancellationToken)
    {
        var rows = await ledger.DeliveriesOfAsync(key.ToString(), ReminderPayload.Kind, cancellationToken);
        var mine = Addressees.RecipientOf(reader.Upn);
        return rows.Any(row => row.State is DeliveryState.Planned or DeliveryState.Delivered && IsOf(row, mine, toInspectors: false));
    }

    private async Task<DateOnly?> NextAsync(
        CaseView view,
        string key,
        DateOnly after,
        bool toInspectors,
        CancellationToken cancellationToken
    )
    {
        var calendar = catalogues.Current.Calendar;
        var opened = await ledger.OpenedAsync(key, cancellationToken);
        Dictionary<string, OpenedLadder> known = opened is null ? [] : new() { [key] = opened };
        var step = new DueSteps(after, calendar, policies.Current, known).NextFor(view.Case, step => Tells(step, view, toInspectors));
        // Who asked to be reminded later is, also before the next step.
        return
            view.Case.Snooze is { Until: { } until, By: var by }
            && string.Equals(by, view.Reader?.Upn, StringComparison.OrdinalIgnoreCase)
            && calendar.OnOrAfter(until) is var again
            && again > after
            && !(step < again)
            ? again
            : step;
    }

    // As planning decides it, for one reader.
    private bool Tells(LadderStep step, CaseView view, bool toInspectors)
    {
        var tellsUnit = step.Audiences.Any(audience => audience is Audience.Unit or Audience.UnitHead);
        return view switch
        {
            { IsOwnUnit: true } => tellsUnit,
            { Reader.Role: Role.Inspector } => step.Audiences.Contains(Audience.Inspectors) || tellsUnit && !HasOfficial(view.Case.Key),
            _ => toInspectors && step.Audiences.Contains(Audience.InspectionChannel),
        };
    }

    private bool HasOfficial(ObligationKey key) => contacts.All.Any(c => c.Role == Role.Official && c.Unit == key.Unit);

    private Contact? Person(DeliveryRow row) => contacts.ByUpn(Addressees.UpnOf(row.Recipient));

    private static bool IsOf(DeliveryRow row, string? recipient, bool toInspectors) =>
        recipient is not null
            ? string.Equals(row.Recipient, recipient, StringComparison.OrdinalIgnoreCase)
            : toInspectors && !Addressees.IsPerson(row.Recipient);

    private static bool Together(DeliveryRow one, DeliveryRow other) => one.Step == other.Step && one.Occurrence == other.Occurrence;

    private static bool Goes(DeliveryRow row) => row.State == DeliveryState.Planned || Arrived(row);

    private static bool Arrived(DeliveryRow row) => row.State is DeliveryState.Delivered or DeliveryState.Acknowledged;

    // What came late came on the day on which it was planned.
    private static DateOnly DayOf(DeliveryRow row) =>
        CityDay.Of(row.PlannedAt) is var planned && planned > row.Occurrence ? planned : row.Occurrence;
}
