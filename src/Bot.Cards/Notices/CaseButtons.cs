using System.Globalization;
using Bot.AdaptiveCards.Actions;
using Bot.Indicators.Obligations;

namespace Bot.Cards.Notices;

/// <summary>What a reader can do about an obligation, as buttons: three on the card, the others behind the dots.</summary>
internal static class CaseButtons
{
    /// <summary>All of them in their order. The first form folds out in the card; later ones are opened by a click, so that no two fields share a name.</summary>
    public static List<CardAction> Of(CaseView view, Wording words, CardContext context)
    {
        List<CardAction> buttons = [];
        foreach (var action in view.Offers)
        {
            var isForm = CaseForm.Has(action) && !buttons.Exists(b => b is ShowCardAction);
            buttons.Add(
                (isForm ? Unfold(action, view, words, context) : Click(Title(action, view, words), action, view, context)) with
                {
                    Style = action == view.Offers[0] && ChangesState(action) ? ActionStyle.Positive : null,
                }
            );
        }

        buttons.Add(
            Buttons.Ask(
                words["act.list"],
                new ObligationsQuery { Units = UnitSet.Of(view.Case.Key.Unit), Period = view.Case.Key.Period },
                context
            )
        );
        if (view.Among is { } list)
        {
            buttons.Add(ReminderCard.Show(words["act.back"], list, context));
        }

        return buttons;
    }

    /// <summary>A button that carries a verb for this obligation in this state.</summary>
    public static CardAction Click(string title, ObligationAction action, CaseView view, CardContext context) =>
        Buttons.Click(title, ObligationVerbs.Of(action), context, Data(view, context));

    /// <summary>Shows the obligation, without asking for what was typed.</summary>
    public static CardAction Back(CaseView view, Wording words, CardContext context) =>
        Buttons.Click(words["act.back"], ObligationVerbs.Open, context, Data(view, context), AssociatedInputs.None);

    /// <summary>What a button of this obligation carries: ids and the state's version, never rights.</summary>
    public static Dictionary<string, string> Data(CaseView view, CardContext context)
    {
        Dictionary<string, string> data = new()
        {
            [ObligationVerbs.Obligation] = view.Case.Key.ToString(),
            [ObligationVerbs.Version] = view.Case.Version.ToString(CultureInfo.InvariantCulture),
            ["lang"] = context.Language == Language.English ? "en" : "vi",
        };
        if (view.IsPosted)
        {
            data[ObligationVerbs.Posted] = "true";
        }

        if (view.Occasion is { } occasion)
        {
            data[ObligationVerbs.Wording] = occasion.Wording;
            data[ObligationVerbs.Day] = occasion.Day.ToString("O", CultureInfo.InvariantCulture);
        }

        return view.Among?.In(data) ?? data;
    }

    /// <summary>The keys of several obligations as a button carries them.</summary>
    public static string Keys(IEnumerable<ObligationKey> keys) => string.Join(ObligationVerbs.Between, keys);

    private static ShowCardAction Unfold(ObligationAction action, CaseView view, Wording words, CardContext context)
    {
        var sentence = words["form." + action];
        return new(
            Title(action, view, words),
            new([Lines.Body(sentence), .. CaseForm.Fields(action, view, FormState.Empty, words)])
            {
                Lang = words.Tag,
                Speak = sentence,
                FallbackText = sentence,
                Actions = [CaseForm.Send(action, view, words, context)],
            }
        );
    }

    private static string Title(ObligationAction action, CaseView view, Wording words) =>
        action == ObligationAction.MarkIssued && view.Case.Marked is not null ? words["act.edit"] : words["act." + action];

    private static bool ChangesState(ObligationAction action) =>
        action is ObligationAction.MarkIssued or ObligationAction.Confirm or ObligationAction.GrantExtension;
}
