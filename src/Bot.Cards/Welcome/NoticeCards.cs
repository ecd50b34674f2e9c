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
    public static Draft Denied(Wording words, CardContext context) =>
        new()
        {
            Sentence = words["denied"],
            Body = [Lines.Body(words["denied.instead"])],
            Buttons = [Buttons.Ask(words["button.help.Start"], new HelpQuery(), context)],
        };

    /// <summary>Understood, but not yet possible; what can be done instead.</summary>
    public static Draft ComesLater(ChatQuery query, Wording words, CardContext context)
    {
        var wish = Texts.Lower(QueryTitles.Of(query, words));
        Query instead = query switch
        {
            RemindQuery { Units: { } units } remind => new ObligationsQuery
            {
                Units = units,
                Types = remind.Types,
                Period = remind.Period,
            },
            RecordIssuedQuery { Units: { } units } record => new ObligationsQuery
            {
                Units = units,
                Types = record.Types,
                Period = record.Period,
            },
            _ => new ObligationsQuery(),
        };
        return new()
        {
            Sentence = words.Say("later", wish),
            Body = [Lines.Body(words["later.instead"]), .. ChoiceRow.ForAll([instead], context)],
            Buttons = [Buttons.Ask(words["button.help.Start"], new HelpQuery(), context)],
        };
    }
}
