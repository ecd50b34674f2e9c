using Bot.Asking;
using Bot.Cards;
using Bot.Indicators;
using Bot.Indicators.Queries;
using Bot.Store.Contacts;
using Bot.Turns;

namespace Bot.CardActions;

/// <summary><c>query/run</c>: a button carries a query in canonical text, which is read over the catalogue like everything from outside.</summary>
internal sealed class QueryActions(Assistant assistant, ContactBook contacts, DialogueBook dialogues)
{
    public async Task<Answer> RunAsync(CardClick click, Sender sender, CancellationToken cancellationToken)
    {
        var catalogue = assistant.Catalogue;
        var before = await dialogues.FindAsync(sender.DialogueKey, catalogue, cancellationToken);
        var language = LanguageOf(click) ?? before?.Language ?? sender.Language;
        if (!QueryText.TryRead(click.Text("query"), catalogue, out var query, out _))
        {
            // An old card may name what the catalogue no longer has.
            return new Answer { Message = AnswerCards.Outdated(assistant.Context(language, sender.Surface)), Outcome = Outcome.NoData };
        }

        var asker = contacts.ByObjectId(sender.AadObjectId);
        var answer = await assistant.RunAsync(query, language, before, sender.Surface, asker, cancellationToken, sender.Overheard);
        if (answer.Dialogue is { } after)
        {
            dialogues.Keep(sender.DialogueKey, after, catalogue);
        }

        return answer;
    }

    // The button belongs to a card of one language, and its answer stays in it.
    public static Language? LanguageOf(CardClick click) =>
        click.Text("lang") switch
        {
            "en" => Language.English,
            "vi" => Language.Vietnamese,
            _ => null,
        };
}
