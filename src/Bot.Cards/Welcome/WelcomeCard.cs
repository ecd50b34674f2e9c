using Bot.Cards.Notices;
using Bot.Indicators.Contacts;

namespace Bot.Cards.Welcome;

/// <summary>What the assistant is for, and questions that surely have an answer in this store; help shows the same.</summary>
internal static class WelcomeCard
{
    public static Draft Of(Contact? person, Wording words, CardContext context) =>
        new()
        {
            Title = words["welcome.title"],
            Sentence = words["welcome.promise"],
            Body =
            [
                Lines.Section(words["welcome.ask"]),
                .. Rows(person, 4, words, context),
                Lines.Small(words["welcome.typing"]) with
                {
                    Spacing = Spacing.Medium,
                },
            ],
            Buttons =
            [
                Buttons.Ask(words["button.catalogue"], new HelpQuery { Topic = HelpTopic.Indicators }, context),
                person?.Unit is { } unit
                    ? Buttons.Ask(words["button.myUnit"], new ProfileQuery { Unit = unit }, context)
                    : Buttons.Ask(words["button.units"], new HelpQuery { Topic = HelpTopic.Units }, context),
                Buttons.Ask(
                    words["button.language"],
                    new SetLanguageQuery { To = words.Language == Language.English ? Language.Vietnamese : Language.English },
                    context
                ),
            ],
        };

    /// <summary>The same where many read it: the first button makes the channel one of the inspection team's.</summary>
    public static Draft ForAll(Wording words, CardContext context)
    {
        var card = Of(null, words, context);
        return card with { Buttons = [ChannelCard.Button(choose: true, words, context), .. card.Buttons] };
    }

    /// <summary>The question is not about what the store holds.</summary>
    public static Draft OutOfScope(Wording words, CardContext context) =>
        new()
        {
            Sentence = words["scope.out"],
            Body = [.. Rows(null, 3, words, context)],
            Buttons = [Buttons.Ask(words["button.catalogue"], new HelpQuery { Topic = HelpTopic.Indicators }, context)],
        };

    private static IEnumerable<CardElement> Rows(Contact? person, int most, Wording words, CardContext context) =>
        Examples
            .For(person, words)
            .Take(most)
            .Select(example => ChoiceRow.Of(example.Title, null, example.Query, context, isStrong: false));
}
