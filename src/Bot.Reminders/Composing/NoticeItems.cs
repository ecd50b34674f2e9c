using Bot.Cards.Notices;
using Bot.Indicators.Catalogues;
using Bot.Indicators.Obligations;
using Bot.Reminders.Planning;

namespace Bot.Reminders.Composing;

/// <summary>What a reminder is about, as cards name it.</summary>
internal static class NoticeItems
{
    /// <summary>Its obligations that the catalogue still knows, in their order; late also by the working days that it waited after it was planned.</summary>
    /// <param name="payload">What was planned.</param>
    /// <param name="sentOn">The day on which it goes out, or went.</param>
    /// <param name="catalogue">The obligations and the working days that there are.</param>
    public static List<(ObligationKey Key, Occasion? Occasion)> Of(ReminderPayload payload, DateOnly sentOn, Catalogue catalogue) =>
        [
            .. from item in payload.Items
            let key = ObligationKey.Find(item.Obligation, catalogue)
            where key is not null
            select (
                key,
                (Occasion?)
                    new Occasion(
                        payload.Day,
                        item.Wording,
                        item.LateBy + Math.Max(0, catalogue.Calendar.WorkingDaysBetween(payload.Day, sentOn))
                    )
            ),
        ];
}
