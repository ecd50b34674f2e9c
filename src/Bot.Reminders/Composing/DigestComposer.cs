using Bot.Cards.Notices;
using Bot.Delivery.Outgoing;
using Bot.Reminders.Digest;
using Bot.Reminders.Planning;
using Bot.Store.Contacts;
using Bot.Store.Notices;

namespace Bot.Reminders.Composing;

/// <summary>The weekly digest of the inspection team, as all units stand at the moment of sending; a week without change is sent as well.</summary>
internal sealed class DigestComposer(WeeklyDigest digest, ContactBook contacts, NoticePreferences wishes, CardContexts contexts)
    : IDeliveryComposer
{
    public string Kind => DayPayload.DigestKind;

    public async ValueTask<Composition> ComposeAsync(Notice notice, CancellationToken cancellationToken)
    {
        if (Reader.Of(notice, contacts, contexts) is not { } reader)
        {
            return new Composition.Suppress("the recipient is no longer a contact");
        }

        if (reader.Person is { } person && await wishes.RefusalAsync(person.Upn, reader.Context.Today, cancellationToken) is { } refuses)
        {
            return new Composition.Suppress(refuses);
        }

        var card = ObligationCards.Digest(await digest.SummaryAsync(reader.Context.Today, cancellationToken), reader.Context);
        return new Composition.Send(card.Card, card.Summary);
    }
}
