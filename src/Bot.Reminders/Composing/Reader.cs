using Bot.Cards;
using Bot.Delivery.Outgoing;
using Bot.Indicators;
using Bot.Indicators.Contacts;
using Bot.Reminders.Planning;
using Bot.Store.Contacts;

namespace Bot.Reminders.Composing;

/// <summary>For whom a notice is composed.</summary>
/// <param name="Person">The contact; null for a channel of the inspection team.</param>
/// <param name="Context">Language, surface, names, day.</param>
internal sealed record Reader(Contact? Person, CardContext Context)
{
    /// <summary>Whether it is a channel of the inspection team.</summary>
    public bool IsInspectionChannel => Person is null;

    /// <summary>Who gets the notice; null where the city no longer knows the person.</summary>
    public static Reader? Of(Notice notice, ContactBook contacts, CardContexts contexts)
    {
        if (!Addressees.IsPerson(notice.Recipient))
        {
            return new(null, contexts(Language.Vietnamese, notice));
        }

        return contacts.ByUpn(Addressees.UpnOf(notice.Recipient)) is { } person ? new(person, contexts(person.Language, notice)) : null;
    }
}
