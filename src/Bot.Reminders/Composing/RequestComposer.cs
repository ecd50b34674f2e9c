using Bot.Cards.Notices;
using Bot.Delivery.Outgoing;
using Bot.Indicators.Obligations;
using Bot.Reminders.Actions;
using Bot.Store.Contacts;

namespace Bot.Reminders.Composing;

/// <summary>Requests: what waits for an inspector, and what an inspector decided, unless it was settled meanwhile.</summary>
internal sealed class RequestComposer(CaseViews views, ContactBook contacts, CardContexts contexts) : IDeliveryComposer
{
    public string Kind => RequestPayload.Kind;

    public async ValueTask<Composition> ComposeAsync(Notice notice, CancellationToken cancellationToken)
    {
        if (Reader.Of(notice, contacts, contexts) is not { } reader)
        {
            return new Composition.Suppress("the recipient is no longer a contact");
        }

        var payload = RequestPayload.Parse(notice.Payload);
        if (ObligationKey.Find(payload.Obligation, reader.Context.Catalogue) is not { } key)
        {
            return new Composition.Suppress("the catalogue no longer has it");
        }

        var view = await views.FindAsync(
            key,
            reader.Person,
            reader.Context.Today,
            cancellationToken,
            toInspectors: reader.IsInspectionChannel
        );
        if (!notice.IsUpdate && IsSettled(payload.Step, view.Case))
        {
            return new Composition.Suppress("settled meanwhile");
        }

        var card = ObligationCards.Of([view with { IsPosted = true }], reader.Context);
        return new Composition.Send(card.Card, card.Summary);
    }

    private static bool IsSettled(ObligationStep step, ObligationCase about) =>
        step switch
        {
            _ when about.IsDone => true,
            ObligationStep.Marked => about.Marked is null,
            ObligationStep.Returned => about.Returned is null,
            ObligationStep.ExtensionRequested => about.ExtensionAsked is null,
            _ => false,
        };
}
