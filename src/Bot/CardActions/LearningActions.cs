using Bot.Asking;
using Bot.Cards.Learning;
using Bot.Chat;
using Bot.Indicators.Learning;
using Bot.Store.Contacts;
using Bot.Turns;

namespace Bot.CardActions;

/// <summary>Clicks on the cards with which an admin gives names; the sender decides whether.</summary>
internal sealed class LearningActions(Assistant assistant, NameTeaching names, ContactBook contacts)
{
    /// <summary>Whether the verb is one of these cards.</summary>
    public static bool Takes(string verb) => verb is LearningVerbs.List or LearningVerbs.Add or LearningVerbs.Remove;

    public async Task<Answer> RunAsync(CardClick click, Sender sender, CancellationToken cancellationToken)
    {
        var person = contacts.ByObjectId(sender.AadObjectId);
        var context = assistant.Context(person?.Language ?? sender.Language, sender.Surface);
        var form = new AliasForm(Typed(click, LearningVerbs.Name), Typed(click, LearningVerbs.Bearer));
        var (message, outcome) = click.Verb switch
        {
            LearningVerbs.Add => await names.AddAsync(form, click.Text(LearningVerbs.Seen) == "yes", person, context, cancellationToken),
            LearningVerbs.Remove => await names.RemoveAsync(form, person, context, cancellationToken),
            _ => await names.ListAsync(person, context, cancellationToken),
        };
        return new Answer { Message = message, Outcome = outcome };
    }

    private static string Typed(CardClick click, string field)
    {
        var text = click.Text(field)?.Trim() ?? "";
        return text.Length <= Alias.LongestName + 1 ? text : text[..(Alias.LongestName + 1)];
    }
}
