namespace Bot.Cards.Welcome;

/// <summary>Short replies that are no answers: our fault, no right, not yet.</summary>
internal static class NoticeCards
{
    /// <summary>Our fault, with the reference that the log has.</summary>
    public static Draft Failure(string reference, Wording words, CardContext context) =>
        new()
        {
            Sentence = words["failure"],
            Body = [Lines.Body(words["failure.again"]), Lines.Small(words.Say("failure.reference", reference))],
            Buttons = [Buttons.Ask(words["button.help.Start"], new HelpQuery(), context)],
        };

    /// <summary>The person may not do that.</summary>
    public static Draft Denied(Wording words, CardContext context) => Denied(words["denied"], words, context);

    /// <summary>The person may not do that; the sentence says who may.</summary>
    public static Draft Denied(string sentence, Wording words, CardContext context) =>
        new()
        {
            Sentence = sentence,
            Body = [Lines.Body(words["denied.instead"])],
            Buttons = [Buttons.Ask(words["button.help.Start"], new HelpQuery(), context)],
        };
}
