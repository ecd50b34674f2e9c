using Bot.AdaptiveCards.Teams;

namespace Bot.Cards.Parts;

/// <summary>What a state asks of the reader; each has a colour, an icon and a sign, so that colour is never alone.</summary>
internal enum StateRole
{
    /// <summary>Overdue, not issued.</summary>
    Act,

    /// <summary>Due soon, below target.</summary>
    Watch,

    /// <summary>Done, met.</summary>
    Good,

    /// <summary>Proposed.</summary>
    Waiting,

    /// <summary>No data, words only, waived: grey, since not reported is not failed.</summary>
    Neutral,
}

/// <summary>A state in a few words.</summary>
internal static class StateBadge
{
    /// <summary>The badge, with the same words as text where badges are not known.</summary>
    public static Badge Of(StateRole role, string text, string icon) =>
        new(
            text,
            new(Sign(role) + " " + text)
            {
                Weight = TextWeight.Bolder,
                Size = TextSize.Small,
                Color = role == StateRole.Act ? TextColor.Attention : null,
            }
        )
        {
            Icon = icon,
            Appearance = BadgeAppearance.Tint,
            Shape = BadgeShape.Circular,
            Style = role switch
            {
                StateRole.Act => BadgeStyle.Attention,
                StateRole.Watch => BadgeStyle.Warning,
                StateRole.Good => BadgeStyle.Good,
                StateRole.Waiting => BadgeStyle.Informative,
                _ => BadgeStyle.Subtle,
            },
        };

    /// <summary>Nothing is recorded.</summary>
    public static Badge NoFigures(Wording words) => Of(StateRole.Neutral, words["badge.nodata"], "SubtractCircle");

    /// <summary>Neither one thing nor the other is recorded.</summary>
    public static Badge NoRecord(Wording words) => Of(StateRole.Neutral, words["badge.norecord"], "SubtractCircle");

    /// <summary>The source has only words.</summary>
    public static Badge WordsOnly(Wording words) => Of(StateRole.Neutral, words["badge.words"], "TextQuote");

    private static string Sign(StateRole role) =>
        role switch
        {
            StateRole.Act => "!",
            StateRole.Watch => "◆",
            StateRole.Good => "✓",
            StateRole.Waiting => "…",
            _ => "–",
        };
}
