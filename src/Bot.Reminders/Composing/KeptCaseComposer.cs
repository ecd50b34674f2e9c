using Bot.Cards.Notices;
using Bot.Delivery.Outgoing;
using Bot.Indicators.Obligations;
using Bot.Reminders.Actions;
using Bot.Store.Contacts;

namespace Bot.Reminders.Composing;

/// <summary>Obligations that were shown in answer to a person, as they stand now and with what that person may do now.</summary>
internal sealed class KeptCaseComposer(CaseViews views, ContactBook contacts, CardContexts contexts) : IDeliveryComposer
{
    public string Kind => KeptCase.Kind;

    public async ValueTask<Composition> ComposeAsync(Notice notice, CancellationToken cancellationToken)
    {
        var kept = KeptCase.Parse(notice.Payload);
        if (contacts.ByUpn(kept.Reader) is not { } reader)
        {
            return new Composition.Suppress("the recipient is no longer a contact");
        }

        var context = contexts(kept.Language, notice);
        List<(ObligationKey, Occasion?)> asked =
        [
            .. kept
                .Obligations.Select(text => ObligationKey.Find(text, context.Catalogue))
                .OfType<ObligationKey>()
                .Select(key => (key, (Occasion?)null)),
        ];
        if (asked.Count == 0)
        {
            return new Composition.Suppress("the catalogue no longer has it");
        }

        var found = await views.FindAllAsync(asked, reader, context.Today, cancellationToken);
        var card = ObligationCards.Of([.. found.Select(view => view with { IsPosted = true })], context);
        return new Composition.Send(card.Card, card.Summary);
    }
}
