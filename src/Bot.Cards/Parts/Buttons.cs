using Bot.AdaptiveCards.Actions;
using Bot.AdaptiveCards.Inputs;

namespace Bot.Cards.Parts;

/// <summary>What a click does, in the form that the surface carries out (contract.md section 6).</summary>
internal static class Buttons
{
    /// <summary>Asks a query; the answer stays in the card's language.</summary>
    public static CardAction Ask(string title, Query query, CardContext context) =>
        Click(title, AnswerVerbs.Run, context, new() { ["query"] = query.ToString(), ["lang"] = new Wording(context).Tag });

    /// <summary>Folds out a field in which the reader says what is wrong with an answer.</summary>
    public static CardAction Report(Query about, CardContext context, string title = "button.report")
    {
        var words = new Wording(context);
        var sentence = words["report.title"];
        return new ShowCardAction(
            words[title],
            new([
                Lines.Body(sentence),
                new TextInput("comment", words["report.label"])
                {
                    IsMultiline = true,
                    MaxLength = 500,
                    IsRequired = true,
                    ErrorMessage = words["report.error"],
                },
            ])
            {
                Lang = words.Tag,
                Speak = sentence,
                FallbackText = sentence,
                Actions =
                [
                    Click(words["report.send"], AnswerVerbs.Judge, context, new() { ["vote"] = "down", ["query"] = about.ToString() }),
                ],
            }
        );
    }

    /// <summary>Judges an answer.</summary>
    public static CardAction Vote(string title, string vote, string about, CardContext context) =>
        Click(title, AnswerVerbs.Judge, context, new() { ["vote"] = vote, ["query"] = about });

    /// <summary>A verb with what goes with it; with or without what was typed into the card.</summary>
    public static CardAction Click(
        string title,
        string verb,
        CardContext context,
        Dictionary<string, string> data,
        AssociatedInputs? inputs = null
    )
    {
        data = new(data) { ["verb"] = verb };
        var submit = new SubmitAction(title) { Data = data, AssociatedInputs = inputs };
        return context.Surface != Surface.Teams
            ? submit
            : new ExecuteAction(title, verb)
            {
                Data = data,
                AssociatedInputs = inputs,
                Fallback = submit,
            };
    }
}
