using Bot.Reminders.Planning;
using Bot.Store.Catalogues;

namespace Bot.Reminders.Policies;

/// <summary>
/// Keeps what was planned for the sending hours within them, however late it is sent: after a backlog, a rest of the process, a backoff. What
/// somebody asked for at another hour goes out at that hour.
/// </summary>
internal sealed class QuietHours(ReminderPolicies policies, CatalogueCache catalogues, TimeProvider clock)
{
    /// <summary>How long such a notice waits from now on, whose moment came so long ago.</summary>
    public TimeSpan Of(string kind, TimeSpan dueAgo)
    {
        if (kind is not (ReminderPayload.Kind or DayPayload.DigestKind))
        {
            return TimeSpan.Zero;
        }

        var (hours, calendar, now) = (policies.Current.Hours, catalogues.Current.Calendar, clock.GetUtcNow());
        var wait = hours.Next(now, calendar) - now;
        var due = now - dueAgo;
        return wait == TimeSpan.Zero || hours.Next(due, calendar) != due ? TimeSpan.Zero : wait;
    }
}
