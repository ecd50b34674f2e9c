using Bot.AdaptiveCards.Actions;
using Bot.Indicators.Obligations;

namespace Bot.Cards.Notices;

/// <summary>What was read of a wish, before anything is done.</summary>
internal static class WishCards
{
    private const int Most = 7;

    /// <summary>A document that was issued, as it was read.</summary>
    public static Draft Issued(CaseView view, FormState read, Wording words, CardContext context)
    {
        var key = view.Case.Key;
        var send = words["form.send." + ObligationAction.MarkIssued];
        Dictionary<string, string> data = new(CaseButtons.Data(view, context));
        foreach (var (field, value) in read.Values)
        {
            data[field] = value;
        }

        return new()
        {
            Title = words.Say("obligation.of", words.Name(key.Type, key.Period), words.The(key.Unit)),
            Sentence = words["wish.issued"],
            Body =
            [
                new FactSet([
                    new(words["fact.number"], Texts.Plain(read.Value("documentNumber") ?? "")),
                    new(
                        words["fact.issued"],
                        DateOnly.TryParseExact(read.Value("issuedOn"), "yyyy-MM-dd", out var day) ? words.Date(day) : "–"
                    ),
                ]),
                Lines.Small(words["form." + ObligationAction.MarkIssued]),
            ],
            Buttons =
            [
                Buttons.Click(send, ObligationVerbs.Of(ObligationAction.MarkIssued), context, data) with
                {
                    Style = ActionStyle.Positive,
                },
                new ShowCardAction(
                    words["wish.edit"],
                    new([.. CaseForm.Fields(ObligationAction.MarkIssued, view, read, words)])
                    {
                        Lang = words.Tag,
                        Speak = words["wish.edit"],
                        FallbackText = words["wish.edit"],
                        Actions = [CaseForm.Send(ObligationAction.MarkIssued, view, words, context)],
                    }
                ),
            ],
        };
    }

    /// <summary>Obligations that the officials of their units would be reminded of.</summary>
    public static Draft Remind(IReadOnlyList<CaseView> views, int recipients, Wording words, CardContext context)
    {
        List<OrgUnitCode> units = [.. views.Select(v => v.Case.Key.Unit).Distinct()];
        return new()
        {
            Sentence = words.Count(
                "wish.remind",
                views.Count,
                units is [var only] ? words.The(only) : words.Count("count.unit", units.Count),
                words.Number(recipients)
            ),
            Body =
            [
                .. views.Take(Most).Select(v => ObligationWords.Row(v.Case.Obligation, words, withUnit: true)),
                views.Count > Most ? Lines.Small(words.Count("rest", views.Count - Most)) : null,
            ],
            Buttons =
            [
                Buttons.Click(
                    words["wish.remind.send"],
                    ObligationVerbs.Remind,
                    context,
                    new() { [ObligationVerbs.Among] = CaseButtons.Keys(views.Select(v => v.Case.Key)) }
                ) with
                {
                    Style = ActionStyle.Positive,
                },
            ],
        };
    }
}
