namespace Bot.Cards.Notices;

/// <summary>Why a notice came: the step of the ladder, the legal basis, and why this person.</summary>
internal static class WhyCard
{
    public static Draft Of(CaseView view, Wording words, CardContext context)
    {
        var key = view.Case.Key;
        return new()
        {
            Title = words["why.title"],
            Sentence = Texts.Sentence(words.Say("why.about", words.The(key.Type, key.Period), words.The(key.Unit))),
            Body =
            [
                new FactSet([
                    new(words["fact.reason"], Reason(view, words)),
                    new(words["fact.you"], CaseCard.Role(view, words) ?? words["role.other"]),
                    new(words["fact.basis"], view.Case.Type.LegalBasis.Length > 0 ? view.Case.Type.LegalBasis : words["basis.custom"]),
                    new(words["fact.deadline"], view.Case.Obligation.Deadline is { } day ? words.Date(day) : words["deadline.unknown"]),
                ]),
                view.Case.IsRecorded ? SourceLine.Of([view.Case.Obligation.Provenance], words) : null,
                Lines.Small(words["why.stop"]),
            ],
            Buttons = [CaseButtons.Back(view, words, context)],
        };
    }

    // The wording came back with the click: only one that the strings know is said.
    private static string Reason(CaseView view, Wording words) =>
        view.Occasion is { } occasion && words.Has("why.step." + occasion.Wording)
            ? words["why.step." + occasion.Wording]
            : words["why.step.open"];
}
