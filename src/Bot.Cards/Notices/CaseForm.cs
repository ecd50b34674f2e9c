using System.Globalization;
using Bot.AdaptiveCards.Actions;
using Bot.AdaptiveCards.Inputs;
using Bot.Indicators.Obligations;

namespace Bot.Cards.Notices;

/// <summary>The forms of the actions that need more than a click, with what was typed and what is wrong with it.</summary>
internal static class CaseForm
{
    private const int MostReason = 500;
    private const int MostNumber = 60;
    private const int MostLink = 2000;

    /// <summary>Whether the action has a form.</summary>
    public static bool Has(ObligationAction action) =>
        action is not (ObligationAction.Acknowledge or ObligationAction.Confirm or ObligationAction.Why);

    /// <summary>The form as a card of its own.</summary>
    public static Draft Of(ObligationAction action, CaseView view, FormState state, Wording words, CardContext context) =>
        new()
        {
            Title = words["form.title." + action],
            Sentence = state.Errors.IsEmpty
                ? Texts.Sentence(
                    words.Say("obligation.of", words.The(view.Case.Key.Type, view.Case.Key.Period), words.The(view.Case.Key.Unit))
                )
                : words.Count("form.errors", state.Errors.Count),
            Body =
            [
                state.Errors.IsEmpty
                    ? null
                    : Lines.Small(
                        words.Say("obligation.of", words.Name(view.Case.Key.Type, view.Case.Key.Period), words.The(view.Case.Key.Unit))
                    ),
                Lines.Body(words["form." + action]),
                .. Fields(action, view, state, words),
            ],
            Buttons = [Send(action, view, words, context), CaseButtons.Back(view, words, context)],
        };

    /// <summary>The fields; those that were typed before keep their words.</summary>
    public static IEnumerable<CardElement> Fields(ObligationAction action, CaseView view, FormState state, Wording words)
    {
        foreach (var field in FieldsOf(action))
        {
            if (state.Errors.FirstOrDefault(e => e.Field == field.Id) is { } error)
            {
                yield return new TextBlock(words.Say("error." + error.Fault, error.Bound is { } day ? words.Date(day) : ""))
                {
                    Color = TextColor.Attention,
                    Weight = TextWeight.Bolder,
                    Size = TextSize.Small,
                };
            }

            yield return field.IsDay ? Day(field, action, view, state, words) : Words(field, view, state, words);
        }
    }

    /// <summary>Sends the form.</summary>
    public static CardAction Send(ObligationAction action, CaseView view, Wording words, CardContext context) =>
        CaseButtons.Click(words["form.send." + action], action, view, context) with
        {
            Style = action is ObligationAction.Return or ObligationAction.RefuseExtension ? ActionStyle.Destructive : ActionStyle.Positive,
        };

    private static TextInput Words(Field field, CaseView view, FormState state, Wording words) =>
        new(field.Id, words["field." + field.Id])
        {
            Value = state.Value(field.Id) ?? (field.Id == "documentNumber" ? view.Case.Marked?.DocumentNumber : null),
            MaxLength = field.Most,
            IsMultiline = field.Id == "reason" ? true : null,
            IsRequired = field.IsRequired ? true : null,
            ErrorMessage = field.IsRequired ? words["field.error." + field.Id] : null,
        };

    private static DateInput Day(Field field, ObligationAction action, CaseView view, FormState state, Wording words) =>
        new(field.Id, words["field." + field.Id])
        {
            Value =
                state.Value(field.Id)
                ?? Iso(
                    action switch
                    {
                        ObligationAction.MarkIssued => view.Case.Marked?.IssuedOn,
                        ObligationAction.GrantExtension => view.Case.ExtensionAsked?.Until,
                        _ => null,
                    }
                ),
            Max = Iso(
                action switch
                {
                    ObligationAction.MarkIssued => words.Today,
                    ObligationAction.Snooze => view.Case.Obligation.Deadline,
                    _ => null,
                }
            ),
            IsRequired = true,
            ErrorMessage = words["field.error." + field.Id],
        };

    private static string? Iso(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);

    private static Field[] FieldsOf(ObligationAction action) =>
        action switch
        {
            ObligationAction.MarkIssued =>
            [
                new("documentNumber", MostNumber),
                new("issuedOn", 0, IsDay: true),
                new("link", MostLink, IsRequired: false),
            ],
            ObligationAction.Snooze => [new("until", 0, IsDay: true)],
            ObligationAction.RequestExtension => [new("until", 0, IsDay: true), new("reason", MostReason)],
            ObligationAction.GrantExtension => [new("until", 0, IsDay: true), new("reason", MostReason, IsRequired: false)],
            ObligationAction.Return or ObligationAction.RefuseExtension => [new("reason", MostReason)],
            _ => [],
        };

    private sealed record Field(string Id, int Most, bool IsDay = false, bool IsRequired = true);
}
