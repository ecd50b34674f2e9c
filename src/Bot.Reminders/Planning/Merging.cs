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
            Key = $"{KeyPrefix(day)}{sorted[0].Recipient}|{Mark(sorted.Select(r => r.Delivery.Key))}",
            Kind = ReminderPayload.Kind,
            Recipient = sorted[0].Recipient,
            Payload = new ReminderPayload { Day = day, Items = [.. sorted.Select(r => r.Item)] }.ToString(),
            DueAt = dueAt,
            Intended = [.. sorted.Select(r => r.Delivery)],
            SuppressedBecause = refuses,
        };
    }

    /// <summary>Two cards of one recipient and day differ in what they remind of: the keys of their deliveries, in short.</summary>
    public static string Mark(IEnumerable<string> deliveries) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', deliveries))).AsSpan(0, 8));
}
