using Bot.Asking;
using Bot.Cards.Notices;
using Bot.Chat;
using Bot.Store.Contacts;
using Bot.Turns;

namespace Bot.CardActions;

/// <summary>Clicks that make the channel one of the inspection team's, or no longer.</summary>
internal sealed class ChannelActions(Assistant assistant, ChannelWish channels, ContactBook contacts)
{
    public async Task<Answer> RunAsync(CardClick click, Sender sender, CancellationToken cancellationToken)
    {
        var person = contacts.ByObjectId(sender.AadObjectId);
        var context = assistant.Context(QueryActions.LanguageOf(click) ?? person?.Language ?? sender.Language, sender.Surface);
        var choose = click.Verb == ChannelVerbs.Choose;
        var (message, outcome) = await channels.ChangeAsync(sender.SharedConversation, choose, person, context, cancellationToken);
        return new Answer { Message = message, Outcome = outcome };
    }
}
