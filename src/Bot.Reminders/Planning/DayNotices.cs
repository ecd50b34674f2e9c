using System.Globalization;
using Bot.Store.Notices;

namespace Bot.Reminders.Planning;

/// <summary>Notices that are about a day as a whole.</summary>
internal static class DayNotices
{
    /// <summary>One for that recipient and occurrence; planning it again is the same one.</summary>
    public static PlannedNotice Notice(string kind, DateOnly occurrence, DateOnly day, string recipient, DateTimeOffset dueAt)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"{kind}|{occurrence:yyyy-MM-dd}|{recipient}");
        return new PlannedNotice
        {
            Key = key,
            Kind = kind,
            Recipient = recipient,
            Payload = new DayPayload(day).ToString(),
            DueAt = dueAt,
            Intended = [new IntendedDelivery(key, "", "", occurrence)],
        };
    }
}
