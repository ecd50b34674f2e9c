using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bot.Store.Notices;

namespace Bot.Reminders.Planning;

/// <summary>All reminders of one recipient and planning in one card.</summary>
internal static class Merging
{
    /// <summary>How the keys of a day's reminder cards begin.</summary>
    public static string KeyPrefix(DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{ReminderPayload.Kind}|{day:yyyy-MM-dd}|");

    /// <summary>One notice with all that the recipient is reminded of, the oldest deadline first.</summary>
    public static PlannedNotice Notice(IEnumerable<IntendedReminder> reminders, DateOnly day, DateTimeOffset dueAt, string? refuses)
    {
        IntendedReminder[] sorted =
        [
            .. reminders.OrderBy(r => r.Deadline ?? DateOnly.MinValue).ThenBy(r => r.Delivery.Obligation, StringComparer.Ordinal),
        ];
        return new PlannedNotice
        {
            Key = $"{KeyPrefix(day)}{sorted[0].Recipient}|{Mark(sorted)}",
            Kind = ReminderPayload.Kind,
            Recipient = sorted[0].Recipient,
            Payload = new ReminderPayload { Day = day, Items = [.. sorted.Select(r => r.Item)] }.ToString(),
            DueAt = dueAt,
            Intended = [.. sorted.Select(r => r.Delivery)],
            SuppressedBecause = refuses,
        };
    }

    // Two cards of one recipient and day differ in what they remind of.
    private static string Mark(IntendedReminder[] reminders) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', reminders.Select(r => r.Delivery.Key)))).AsSpan(0, 8));
}
