using System.Globalization;
using Bot.Asking;
using Bot.Cards;
using Bot.Cards.Notices;
using Bot.Chat;
using Bot.Reminders.Actions;
using Bot.Store.Contacts;
using Bot.Turns;

namespace Bot.CardActions;

/// <summary>Clicks on the cards of obligations; the sender decides what may be done.</summary>
internal sealed class ObligationActions(Assistant assistant, ClickedObligation clicked, ReminderWish reminders, ContactBook contacts)
{
    private static readonly string[] Fields = ["documentNumber", "issuedOn", "link", "until", "reason"];

    /// <summary>Whether the verb is one of an obligation's card.</summary>
    public static bool Takes(string verb) =>
        verb is ObligationVerbs.Open or ObligationVerbs.Remind || ObligationVerbs.Find(verb) is not null;

    public async Task<Answer> RunAsync(CardClick click, Sender sender, CancellationToken cancellationToken)
    {
        var person = contacts.ByObjectId(sender.AadObjectId);
        var context = assistant.Context(QueryActions.LanguageOf(click) ?? person?.Language ?? sender.Language, sender.Surface);
        if (click.Verb == ObligationVerbs.Remind)
        {
            var (message, outcome) = await reminders.SendAsync(click.Text(ObligationVerbs.Among), person, context, cancellationToken);
            return new Answer { Message = message, Outcome = outcome };
        }

        var answer = await clicked.RunAsync(Read(click, context), person, context, cancellationToken);
        return new Answer
        {
            Message = answer.Message,
            BesideTheCard = answer.BesideTheNotice,
            Outcome = answer.End switch
            {
                ClickEnd.Asked => Outcome.Clarify,
                ClickEnd.Denied => Outcome.Denied,
                ClickEnd.Outdated or ClickEnd.OfNoCard => Outcome.NoData,
                _ => Outcome.Answered,
            },
            IsOfNoCard = answer.End == ClickEnd.OfNoCard,
        };
    }

    private static ObligationClick Read(CardClick click, CardContext context) =>
        new()
        {
            Action = ObligationVerbs.Find(click.Verb),
            Obligation = click.Text(ObligationVerbs.Obligation),
            Version = int.TryParse(click.Text(ObligationVerbs.Version), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
                ? version
                : null,
            Among = CaseList.Read(click.Text, context.Catalogue),
            Occasion = click.Text(ObligationVerbs.Wording) is { } wording ? new Occasion(Day(click) ?? context.Today, wording) : null,
            IsPosted = click.Text(ObligationVerbs.Posted) is not null,
            Inputs = Fields
                .Select(field => (field, value: click.Text(field)))
                .Where(f => f.value is not null)
                .ToDictionary(f => f.field, f => f.value!, StringComparer.Ordinal),
        };

    private static DateOnly? Day(CardClick click) =>
        DateOnly.TryParseExact(click.Text(ObligationVerbs.Day), "yyyy-MM-dd", out var day) ? day : null;
}
