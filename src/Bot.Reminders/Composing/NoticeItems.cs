using Bot.Cards.Notices;
using Bot.Indicators.Catalogues;
using Bot.Indicators.Obligations;
using Bot.Reminders.Planning;

namespace Bot.Reminders.Composing;

/// <summary>What a reminder is about, as cards name it.</summary>
internal static class NoticeItems
{
    /// <summary>Its obligations that the catalogue still knows, in their order.</summary>
    public static List<(ObligationKey Key, Occasion? Occasion)> Of(ReminderPayload payload, Catalogue catalogue) =>
        [
            .. from item in payload.Items
            let key = ObligationKey.Find(item.Obligation, catalogue)
            where key is not null
            select (key, (Occasion?)new Occasion(payload.Day, item.Wording, item.LateBy)),
        ];
}
