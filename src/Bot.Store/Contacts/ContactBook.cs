using Bot.Indicators.Contacts;
using Bot.Store.Catalogues;

namespace Bot.Store.Contacts;

/// <summary>The people whom the city has told the bot about.</summary>
public sealed class ContactBook
{
    private readonly CatalogueCache _catalogues;

    internal ContactBook(CatalogueCache catalogues) => _catalogues = catalogues;

    /// <summary>All contacts, in the order in which they came.</summary>
    public IReadOnlyList<Contact> All => _catalogues.Snapshot.Contacts;

    /// <summary>The contact with that Entra object id; null for a guest.</summary>
    public Contact? ByObjectId(string? aadObjectId) =>
        string.IsNullOrEmpty(aadObjectId)
            ? null
            : Find(contact => string.Equals(contact.AadObjectId, aadObjectId, StringComparison.OrdinalIgnoreCase));

    /// <summary>The contact with that user principal name; null for a guest.</summary>
    public Contact? ByUpn(string? upn) =>
        string.IsNullOrEmpty(upn) ? null : Find(contact => string.Equals(contact.Upn, upn, StringComparison.OrdinalIgnoreCase));

    private Contact? Find(Func<Contact, bool> matches) => All.FirstOrDefault(matches);
}
