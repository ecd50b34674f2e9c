using System.Globalization;
using Bot.Indicators.Obligations;
using Bot.Store.Notices;

namespace Bot.Reminders.Planning;

/// <summary>One obligation of which one recipient is to be reminded.</summary>
/// <param name="Recipient">Who.</param>
/// <param name="Deadline">What it is sorted by: the oldest first; without a known deadline before all.</param>
/// <param name="Item">What the card says.</param>
/// <param name="Delivery">What is accounted for.</param>
/// <param name="Former">The delivery's key as it was before reminders were known by the deadline: by the step's day. Rows of that time bear it.</param>
internal sealed record IntendedReminder(string Recipient, DateOnly? Deadline, ReminderItem Item, IntendedDelivery Delivery, string Former)
{
    public static IEnumerable<IntendedReminder> Of(DueStep due, Addressees addressees, DateOnly day, WorkingCalendar calendar) =>
        from told in addressees.Of(due)
        let occurrence = Occurrence(due, told.Recipient, day, calendar)
        let step = due.Fell.Step.Code
        select new IntendedReminder(
            told.Recipient,
            due.Case.Obligation.Deadline,
            new ReminderItem(due.Key, step, told.Wording, due.Ladder.Code, calendar.WorkingDaysBetween(occurrence.Day, day)),
            new IntendedDelivery(
                Text($"{due.Key}|{due.CountsFrom:yyyy-MM-dd}|{occurrence.Mark}|{told.Recipient}"),
                due.Key,
                step,
                occurrence.Day
            ),
            Text($"{due.Key}|{step}|{occurrence.Day:yyyy-MM-dd}|{told.Recipient}")
        );

    // Who asked to be reminded later gets the step again on that day, unless a later step has fallen by then.
    private static (DateOnly Day, string Mark) Occurrence(DueStep due, string recipient, DateOnly day, WorkingCalendar calendar) =>
        due.Case.Snooze is { Until: { } until } snooze
        && string.Equals(recipient, Addressees.RecipientOf(snooze.By), StringComparison.OrdinalIgnoreCase)
        && calendar.OnOrAfter(until) is var again
        && again <= day
        && again > due.Fell.Day
            ? (again, Text($"later|{until:yyyy-MM-dd}"))
            : (due.Fell.Day, Text($"{due.Fell.Step.Code}|{due.Fell.Rung}"));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
