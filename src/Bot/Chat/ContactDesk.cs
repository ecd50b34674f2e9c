using Bot.Asking;
using Bot.Cards;
using Bot.Cards.People;
using Bot.Clocks;
using Bot.Indicators;
using Bot.Indicators.Contacts;
using Bot.Indicators.Learning;
using Bot.Store.Catalogues;
using Bot.Store.Contacts;
using Bot.Understanding.Lexicons;

namespace Bot.Chat;

/// <summary>An admin sees and changes whom the bot knows, and as what; nobody else does.</summary>
internal sealed class ContactDesk(ContactBook contacts, ContactChanges changes, CatalogueCache catalogues, TimeProvider clock)
{
    /// <summary>A page of the contacts, of those that match where something is looked for.</summary>
    public (CardMessage Message, Outcome Outcome) List(string find, int page, Contact? person, CardContext context)
    {
        if (!Rights.MayManageContacts(person))
        {
            return Denied(context);
        }

        List<Contact> found =
        [
            .. contacts.All.Where(contact => Matches(contact, find, context)).OrderBy(c => c.Name, StringComparer.Ordinal),
        ];
        var last = Math.Max(1, (found.Count + ContactCards.PageSize - 1) / ContactCards.PageSize);
        var number = Math.Clamp(page, 1, last);
        var shown = found.Skip((number - 1) * ContactCards.PageSize).Take(ContactCards.PageSize);
        return (ContactCards.List(new([.. shown], found.Count, number, find), context), Outcome.Answered);
    }

    /// <summary>The form of a contact as it stands; an empty one where nobody is named.</summary>
    public (CardMessage Message, Outcome Outcome) Open(string upn, Contact? person, CardContext context) =>
        !Rights.MayManageContacts(person) ? Denied(context)
        : upn.Length == 0 ? (ContactCards.Form(ContactForm.Empty, context), Outcome.Clarify)
        : Find(upn) is { } contact ? (ContactCards.Form(FormOf(contact), context), Outcome.Clarify)
        : (AnswerCards.Outdated(context), Outcome.NoData);

    /// <summary>Takes what was typed, or shows the form with what is wrong.</summary>
    public async Task<(CardMessage Message, Outcome Outcome)> SaveAsync(
        ContactForm form,
        Contact? person,
        CardContext context,
        CancellationToken cancellationToken
    )
    {
        if (!Rights.MayManageContacts(person))
        {
            return Denied(context);
        }

        if (Read(form, person!, out var fault) is not { } contact)
        {
            return (ContactCards.Form(form with { Fault = fault }, context), Outcome.Clarify);
        }

        return await changes.SaveAsync(contact, form.Seen, person!.Upn, cancellationToken)
            ? (ContactCards.Saved(contact, person.Name, clock.GetUtcNow(), context), Outcome.Answered)
            : Overtaken(form.Upn, context);
    }

    /// <summary>Takes the contact out.</summary>
    public async Task<(CardMessage Message, Outcome Outcome)> RemoveAsync(
        string upn,
        string seen,
        Contact? person,
        CardContext context,
        CancellationToken cancellationToken
    )
    {
        if (!Rights.MayManageContacts(person))
        {
            return Denied(context);
        }

        if (Find(upn) is not { } contact)
        {
            return (AnswerCards.Outdated(context), Outcome.NoData);
        }

        if (IsSame(contact, person!))
        {
            return (ContactCards.Form(FormOf(contact) with { Fault = ContactFault.OwnRole }, context), Outcome.Clarify);
        }

        return await changes.RemoveAsync(contact.Upn, seen, person!.Upn, cancellationToken)
            ? (ContactCards.Removed(FormOf(contact), context), Outcome.Answered)
            : Overtaken(upn, context);
    }

    private Contact? Read(ContactForm form, Contact admin, out ContactFault? fault)
    {
        var known = Find(form.Upn);
        var units = UnitsCalled(form.Unit);
        var role = form.Role switch
        {
            "inspector" => Role.Inspector,
            "admin" => Role.Admin,
            _ => Role.Official,
        };
        fault =
            form.Upn.IndexOf('@', StringComparison.Ordinal) < 1 || form.Upn.Any(char.IsWhiteSpace) ? ContactFault.Upn
            : form.Seen.Length == 0 && known is not null ? ContactFault.Known
            : form.ObjectId.Length > 0 && !Guid.TryParseExact(form.ObjectId, "D", out _) ? ContactFault.ObjectId
            : contacts.ByObjectId(form.ObjectId) is { } other && !IsSame(other, form.Upn) && contacts.All.Contains(other)
                ? ContactFault.ObjectIdTaken
            : form.Unit.Length == 0 && role == Role.Official ? ContactFault.UnitMissing
            : form.Unit.Length > 0 && units.Count != 1 ? ContactFault.UnitUnknown
            : IsSame(admin, form.Upn) && (role != Role.Admin || !IsId(admin.AadObjectId, form.ObjectId)) ? ContactFault.OwnRole
            : null;
        return fault is not null
            ? null
            : new Contact(
                known?.Upn ?? form.Upn,
                form.ObjectId.ToLowerInvariant(),
                form.Name,
                role,
                units.Count == 1 ? units[0] : null,
                form.Language == "en" ? Language.English : Language.Vietnamese
            );
    }

    private (CardMessage, Outcome) Overtaken(string upn, CardContext context) =>
        Find(upn) is { } now
            ? (ContactCards.Form(FormOf(now) with { Fault = ContactFault.Changed }, context), Outcome.NoData)
            : (AnswerCards.Outdated(context), Outcome.NoData);

    private ContactForm FormOf(Contact contact) =>
        new(
            contact.Upn,
            contact.AadObjectId,
            contact.Name,
            contact.Role switch
            {
                Role.Inspector => "inspector",
                Role.Admin => "admin",
                _ => "official",
            },
            contact.Unit is { } unit ? NameOf(unit) : "",
            contact.Language == Language.English ? "en" : "vi"
        )
        {
            Seen = ContactChanges.MarkOf(contact),
        };

    // The code where the name alone would be read as another unit.
    private string NameOf(OrgUnitCode unit)
    {
        var name = catalogues.Current[unit].Names.Vietnamese;
        return UnitsCalled(name) is [var only] && only == unit ? name : unit.Value;
    }

    // Of units that bore a name one after the other only those that exist have officials.
    private List<OrgUnitCode> UnitsCalled(string typed)
    {
        var catalogue = catalogues.Current;
        if (catalogue.Unit(typed.Trim()) is { } byCode)
        {
            return [byCode.Code];
        }

        List<OrgUnitCode> called = [.. NameChoice.Borne(new AliasForm("", typed), catalogue)?.Units ?? []];
        var present = called.FindAll(code => catalogue[code].ExistsOn(clock.Today));
        return present.Count > 0 ? present : called;
    }

    private static bool Matches(Contact contact, string find, CardContext context) =>
        find.Length == 0
        || (
            (string?[])
                [contact.Name, contact.Upn, contact.Unit is { } unit ? context.Catalogue[unit].Names.Vietnamese : null, contact.Unit?.Value]
        ).Any(text => text?.Contains(find, StringComparison.OrdinalIgnoreCase) == true);

    private Contact? Find(string upn) => contacts.All.FirstOrDefault(contact => IsSame(contact, upn));

    private static bool IsSame(Contact one, Contact other) => IsSame(one, other.Upn);

    private static bool IsSame(Contact contact, string upn) => string.Equals(contact.Upn, upn, StringComparison.OrdinalIgnoreCase);

    private static bool IsId(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static (CardMessage, Outcome) Denied(CardContext context) => (AnswerCards.DeniedToAllButAdmins(context), Outcome.Denied);
}
