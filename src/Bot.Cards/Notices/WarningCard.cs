namespace Bot.Cards.Notices;

/// <summary>Planning did not run: the administrator is told, and what to look at.</summary>
internal static class WarningCard
{
    public static Draft Of(DateOnly day, Wording words) =>
        new()
        {
            Badge = StateBadge.Of(StateRole.Act, words["badge.warning"], "ErrorCircle"),
            Sentence = words.Say("warning.sentence", words.Date(day)),
            Body = [Lines.Body(words["warning.do"])],
        };
}
