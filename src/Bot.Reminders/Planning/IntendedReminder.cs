using System.Globalization;
using Bot.Indicators.Obligations;
using Bot.Store.Notices;

namespace Bot.Reminders.Planning;

/// <summary>One obligation of which one recipient is to be reminded.</summary>
/// <param name="Recipient">Who.</param>
/// <param name="Deadline">What it is sorted by: the oldest first; without a known deadline before all.</param>
/// <param name="Item">What the card says.</param>
/// <param name="Delivery">What is accounted for.</param>
internal sealed record IntendedReminder(string Recipient, DateOnly? Deadline, ReminderItem Item, IntendedDelivery Delivery)
{
    public static IEnumerable<IntendedReminder> Of(DueStep due, Addressees addressees, DateOnly day, WorkingCalendar calendar) =>
        from told in addressees.Of(due)
        let occurrence = Occurrence(due, told.Recipient, day, calendar)
        select new IntendedReminder(
            told.Recipient,
            due.Case.Obligation.Deadline,
            new ReminderItem(due.Key, due.Fell.Step.Code, told.Wording, due.Ladder.Code, calendar.WorkingDaysBetween(occurrence, day)),
            new IntendedDelivery(
                string.Create(CultureInfo.InvariantCulture, $"{due.Key}|{due.Fell.Step.Code}|{occurrence:yyyy-MM-dd}|{told.Recipient}"),
                due.Key,
                due.Fell.Step.Code,
                occurrence
            )
        );

    // Who asked to be reminded later gets the step again on that day, unless a later step has fallen by then.
    private static DateOnly Occurrence(DueStep due, string recipient, DateOnly day, WorkingCalendar calendar) =>
        due.Case.Snooze is { Until: { } until } snooze
        && string.Equals(recipient, Addressees.RecipientOf(snooze.By), StringComparison.OrdinalIgnoreCase)
        && calendar.OnOrAfter(until) is var again
        && again <= day
        && again > due.Fell.Day
            ? again
            : due.Fell.Day;
}
