using Bot.Indicators;
using Bot.Indicators.Contacts;
using Bot.Store.Catalogues;

namespace Bot.Store.Contacts;

/// <summary>The people whom the city has told the bot about.</summary>
public sealed class ContactBook
{
    private readonly CatalogueCache _catalogues;
    private readonly Contact? _firstAdmin;

    internal ContactBook(CatalogueCache catalogues, string firstAdmin)
    {
        _catalogues = catalogues;
        // Nothing but the id is known; it names the person in the audit log, too.
        _firstAdmin = firstAdmin.Length == 0 ? null : new(firstAdmin, firstAdmin, firstAdmin, Role.Admin, null, Language.Vietnamese);
    }

    /// <summary>All contacts, in the order in which they came; without the first admin of the configuration.</summary>
    public IReadOnlyList<Contact> All => _catalogues.Snapshot.Contacts;

    /// <summary>The contact with that Entra object id; null for a guest. A contact's row counts before the configuration.</summary>
    public Contact? ByObjectId(string? aadObjectId) =>
        string.IsNullOrEmpty(aadObjectId)
            ? null
            : Find(contact => string.Equals(contact.AadObjectId, aadObjectId, StringComparison.OrdinalIgnoreCase))
                ?? FirstAdmin(aadObjectId);

    /// <summary>The contact with that user principal name; null for a guest.</summary>
    public Contact? ByUpn(string? upn) =>
        string.IsNullOrEmpty(upn)
            ? null
            : Find(contact => string.Equals(contact.Upn, upn, StringComparison.OrdinalIgnoreCase)) ?? FirstAdmin(upn);

    private Contact? FirstAdmin(string id) => string.Equals(_firstAdmin?.Upn, id, StringComparison.OrdinalIgnoreCase) ? _firstAdmin : null;

    private Contact? Find(Func<Contact, bool> matches) => All.FirstOrDefault(matches);
}
