using Bot.Indicators.Catalogues;
using Bot.Indicators.Proposals;
using Bot.Store.Catalogues;
using Bot.Store.Facts;
using Bot.Understanding.Statements;

namespace Bot.Documents;

/// <summary>The way of a document from text to proposals: it is read over the present catalogue and filed.</summary>
internal sealed class DocumentReading(CatalogueCache catalogues, FactLedger ledger)
{
    private (Catalogue Catalogue, StatementReader Reader)? _last;

    /// <summary>What was found, as it stands in the store; a dry run keeps nothing.</summary>
    public Task<DocumentReview> ProposeAsync(SourceDocument document, string by, bool dryRun, CancellationToken cancellationToken)
    {
        var catalogue = catalogues.Current;
        // A reader takes its time to be made; it holds as long as its catalogue.
        var last = _last;
        var reader = last is { } kept && kept.Catalogue == catalogue ? kept.Reader : new StatementReader(catalogue);
        _last = (catalogue, reader);
        return ledger.ProposeAsync(document, reader.Read(document.Text, publishedOn: null), by, dryRun, cancellationToken);
    }
}
