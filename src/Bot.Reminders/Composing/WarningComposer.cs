using Bot.Cards.Notices;
using Bot.Delivery.Outgoing;
using Bot.Reminders.Planning;
using Bot.Store.Contacts;

namespace Bot.Reminders.Composing;

/// <summary>Warnings to the administrators that planning did not run.</summary>
internal sealed class WarningComposer(ContactBook contacts, CardContexts contexts) : IDeliveryComposer
{
    public string Kind => DayPayload.WarningKind;

    public ValueTask<Composition> ComposeAsync(Notice notice, CancellationToken cancellationToken)
    {
        if (Reader.Of(notice, contacts, contexts) is not { } reader)
        {
            return new(new Composition.Suppress("the recipient is no longer a contact"));
        }

        var card = ObligationCards.Warning(DayPayload.Parse(notice.Payload).Day, reader.Context);
        return new(new Composition.Send(card.Card, card.Summary));
    }
}
