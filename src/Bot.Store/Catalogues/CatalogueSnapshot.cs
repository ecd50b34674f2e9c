using System.Collections.Frozen;
using Bot.Indicators;
using Bot.Indicators.Catalogues;
using Bot.Indicators.Contacts;

namespace Bot.Store.Catalogues;

/// <summary>The catalogue of one version with what only the store needs beside it.</summary>
internal sealed record CatalogueSnapshot(Catalogue Catalogue, FrozenDictionary<string, Source> Sources, IReadOnlyList<Contact> Contacts)
{
    public long Version => Catalogue.Version;
}
