using Bot.Indicators;
using Bot.Indicators.Contacts;
using Bot.Indicators.Obligations;

namespace Bot.Reminders.Actions;

/// <summary>What can be done about an obligation: what its state allows and the person may.</summary>
public static class ObligationOffers
{
    // The most likely first: what waits for an answer, what ends the matter, what puts it off.
    private static readonly ObligationAction[] InOrder =
    [
        ObligationAction.Confirm,
        ObligationAction.Return,
        ObligationAction.GrantExtension,
        ObligationAction.RefuseExtension,
        ObligationAction.MarkIssued,
        ObligationAction.Acknowledge,
        ObligationAction.RequestExtension,
        ObligationAction.Snooze,
        ObligationAction.Why,
    ];

    /// <summary>What a person may do now, the most likely first.</summary>
    /// <param name="person">Who; null for a guest.</param>
    /// <param name="about">The obligation.</param>
    /// <param name="today">The day.</param>
    /// <param name="isToldAgain">Whether a reminder came since the person acknowledged the last one.</param>
    public static ValueList<ObligationAction> For(Contact? person, ObligationCase about, DateOnly today, bool isToldAgain = false) =>
        [
            .. InOrder.Where(action =>
                Rights.May(person, action, about.Key.Unit)
                && IsOpen(action, about, today)
                && (action != ObligationAction.Acknowledge || person is null || isToldAgain || !HasAcknowledged(person, about))
            ),
        ];

    /// <summary>What an inspector may do: the offers of the inspection team's channel, whoever clicks there.</summary>
    public static ValueList<ObligationAction> ForInspectors(ObligationCase about, DateOnly today) =>
        For(new Contact("", "", "", Role.Inspector, null, Language.Vietnamese), about, today);

    /// <summary>Whether the state allows it on that day.</summary>
    public static bool IsOpen(ObligationAction action, ObligationCase about, DateOnly today) =>
        action switch
        {
            ObligationAction.Why => true,
            _ when about.IsDone => false,
            ObligationAction.MarkIssued => true,
            ObligationAction.Confirm or ObligationAction.Return => about.Marked is not null,
            ObligationAction.GrantExtension or ObligationAction.RefuseExtension => about.ExtensionAsked is not null,
            _ when about.Marked is not null => false,
            ObligationAction.Acknowledge => true,
            ObligationAction.RequestExtension => about.ExtensionAsked is null,
            ObligationAction.Snooze => about.Obligation.Deadline is not { } deadline || deadline > today,
            _ => false,
        };

    /// <summary>Whether the person has acknowledged a reminder of it.</summary>
    public static bool HasAcknowledged(Contact person, ObligationCase about) =>
        about.Acknowledgements.Any(e => string.Equals(e.By, person.Upn, StringComparison.OrdinalIgnoreCase));
}
