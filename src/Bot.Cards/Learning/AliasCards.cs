using Bot.AdaptiveCards.Actions;
using Bot.AdaptiveCards.Inputs;
using Bot.Indicators.Learning;

namespace Bot.Cards.Learning;

/// <summary>The cards on the way of a new name: form, clashes, taken, taken back.</summary>
internal static class AliasCards
{
    private const int Most = 5;

    /// <summary>Opens the form with a name in it.</summary>
    public static CardAction Open(string title, string name, CardContext context) =>
        Buttons.Click(title, LearningVerbs.Add, context, Data(new(name, "")), AssociatedInputs.None);

    public static Draft Form(AliasForm form, Wording words, CardContext context) =>
        new()
        {
            Title = words["alias.title"],
            Sentence = form.Fault is { } fault ? words["alias.fault." + fault] : words["alias.form"],
            Body =
            [
                new TextInput(LearningVerbs.Name, words["alias.name"])
                {
                    Value = form.Name.Length == 0 ? null : form.Name,
                    MaxLength = Alias.LongestName,
                    IsRequired = true,
                    ErrorMessage = words["alias.name.error"],
                },
                new TextInput(LearningVerbs.Bearer, words["alias.bearer"])
                {
                    Value = form.Bearer.Length == 0 ? null : form.Bearer,
                    MaxLength = Alias.LongestName,
                    IsRequired = true,
                    ErrorMessage = words["alias.bearer.error"],
                },
                Lines.Small(words["alias.then"]),
            ],
            Buttons =
            [
                Buttons.Click(words["alias.send"], LearningVerbs.Add, context, []) with
                {
                    Style = ActionStyle.Positive,
                },
                Back(words, context),
            ],
        };

    public static Draft Clashes(AliasForm form, IReadOnlyList<AliasClash> clashes, Wording words, CardContext context) =>
        new()
        {
            Sentence = words.Count("alias.clash", clashes.Count, Texts.Plain(form.Name)),
            Body =
            [
                Lines.Bullets(clashes.Take(Most).Select(c => words.Say("alias.clash.line", c.Name, c.Bearer))),
                clashes.Count > Most ? Lines.Small(words.Count("rest", clashes.Count - Most)) : null,
                Lines.Small(words["alias.clash.then"]),
            ],
            Buttons =
            [
                Buttons.Click(words["alias.anyway"], LearningVerbs.Add, context, new(Data(form)) { [LearningVerbs.Seen] = "yes" }),
                Back(words, context),
            ],
        };

    public static Draft Added(AliasForm form, string by, DateTimeOffset at, Wording words, CardContext context) =>
        new()
        {
            Sentence = words.Say("alias.added", Texts.Plain(form.Name), Texts.Plain(form.Bearer)),
            Body = [Lines.Body(words["alias.added.now"]), Lines.Small(words.Say("alias.added.by", Texts.Plain(by), words.Moment(at)))],
            Buttons = [Back(words, context), Buttons.Click(words["alias.undo"], LearningVerbs.Remove, context, Data(form))],
        };

    public static Draft Removed(AliasForm form, Wording words, CardContext context) =>
        new()
        {
            Sentence = words.Say("alias.removed", Texts.Plain(form.Name), Texts.Plain(form.Bearer)),
            Body = [Lines.Body(words["alias.removed.now"])],
            Buttons = [Back(words, context)],
        };

    private static CardAction Back(Wording words, CardContext context) =>
        Buttons.Click(words["learning.back"], LearningVerbs.List, context, [], AssociatedInputs.None);

    private static Dictionary<string, string> Data(AliasForm form) =>
        new() { [LearningVerbs.Name] = form.Name, [LearningVerbs.Bearer] = form.Bearer };
}
