using Bot.Cards.Notices;
using Bot.Delivery.Outgoing;
using Bot.Indicators.Contacts;
using Bot.Indicators.Obligations;
using Bot.Reminders.Actions;
using Bot.Reminders.Planning;
using Bot.Store.Contacts;
using Bot.Store.Notices;

namespace Bot.Reminders.Composing;

/// <summary>Reminders: what is still open of what was planned, as it stands at the moment of sending.</summary>
internal sealed class ReminderComposer(CaseViews views, ContactBook contacts, NoticePreferences wishes, CardContexts contexts)
    : IDeliveryComposer
{
    public string Kind => ReminderPayload.Kind;

    public async ValueTask<Composition> ComposeAsync(Notice notice, CancellationToken cancellationToken)
    {
        if (Reader.Of(notice, contacts, contexts) is not { } reader)
        {
            return new Composition.Suppress("the recipient is no longer a contact");
        }

        // A pause may have begun since it was planned.
        if (
            !notice.IsUpdate
            && reader.Person is { } person
            && await wishes.RefusalAsync(person.Upn, reader.Context.Today, cancellationToken) is { } refuses
        )
        {
            return new Composition.Suppress(refuses);
        }

        var today = reader.Context.Today;
        var sentOn = today.AddDays(-(notice.PostedDaysAgo ?? 0));
        var asked = NoticeItems.Of(ReminderPayload.Parse(notice.Payload), sentOn, reader.Context.Catalogue);
        List<CaseView> found =
        [
            .. from view in await views.FindAllAsync(asked, reader.Person, today, cancellationToken, reader.IsInspectionChannel)
            select view with
            {
                IsPosted = true,
            },
        ];

        // An update shows the present state, whatever it is; a reminder of what is done, or waits for somebody else, would be noise.
        if (found.Count == 0 || !notice.IsUpdate && found.TrueForAll(v => v.Case.IsDone || WaitsForOthers(v.Case, reader)))
        {
            return new Composition.Suppress(
                found.Count == 0 ? "the catalogue no longer has it"
                : found.TrueForAll(v => v.Case.IsDone) ? "done meanwhile"
                : "waits for confirmation"
            );
        }

        var card = ObligationCards.Of(found, reader.Context, new CaseList { Notice = notice.Id });
        return new Composition.Send(card.Card, card.Summary);
    }

    // What was marked waits for an inspector: who may confirm it is reminded.
    private static bool WaitsForOthers(ObligationCase owed, Reader reader) =>
        owed.Marked is not null && !reader.IsInspectionChannel && !Rights.May(reader.Person, ObligationAction.Confirm, owed.Key.Unit);
}
