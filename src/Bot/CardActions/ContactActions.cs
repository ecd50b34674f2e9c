using System.Globalization;
using Bot.Asking;
using Bot.Cards.People;
using Bot.Chat;
using Bot.Indicators.Contacts;
using Bot.Store.Contacts;
using Bot.Turns;

namespace Bot.CardActions;

/// <summary>Clicks on the cards with which an admin manages contacts; the sender decides whether.</summary>
internal sealed class ContactActions(Assistant assistant, ContactDesk desk, ContactBook contacts)
{
    private const int LongestField = 200;

    /// <summary>Whether the verb is one of these cards.</summary>
    public static bool Takes(string verb) => verb is ContactVerbs.List or ContactVerbs.Open or ContactVerbs.Save or ContactVerbs.Remove;

    public async Task<Answer> RunAsync(CardClick click, Sender sender, CancellationToken cancellationToken)
    {
        var person = contacts.ByObjectId(sender.AadObjectId);
        var context = assistant.Context(person?.Language ?? sender.Language, sender.Surface);
        var upn = Typed(click, ContactVerbs.Contact);
        var (message, outcome) = click.Verb switch
        {
            ContactVerbs.Open => desk.Open(upn, person, context),
            ContactVerbs.Save => await desk.SaveAsync(Form(click), person, context, cancellationToken),
            ContactVerbs.Remove => await desk.RemoveAsync(upn, Typed(click, ContactVerbs.Seen), person, context, cancellationToken),
            _ => desk.List(Typed(click, ContactVerbs.Find), Page(click), person, context),
        };
        return new Answer { Message = message, Outcome = outcome };
    }

    private static ContactForm Form(CardClick click) =>
        new(
            Typed(click, ContactVerbs.Contact),
            Typed(click, ContactVerbs.ObjectId),
            Typed(click, ContactVerbs.Name),
            Typed(click, ContactVerbs.Role),
            Typed(click, ContactVerbs.Unit),
            Typed(click, ContactVerbs.Language)
        )
        {
            Seen = Typed(click, ContactVerbs.Seen),
        };

    private static int Page(CardClick click) =>
        int.TryParse(click.Text(ContactVerbs.Page), NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 1;

    private static string Typed(CardClick click, string field)
    {
        var text = click.Text(field)?.Trim() ?? "";
        return text.Length <= LongestField ? text : text[..LongestField];
    }
}
