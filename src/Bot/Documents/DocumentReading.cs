using Bot.Indicators.Catalogues;
using Bot.Indicators.Proposals;
using Bot.Store.Catalogues;
using Bot.Store.Facts;
using Bot.Understanding.Statements;

namespace Bot.Documents;

/// <summary>The way of a document from text to proposals: it is read over the present catalogue and filed.</summary>
internal sealed class DocumentReading(CatalogueCache catalogues, FactLedger ledger)
{
    // One reference, so that two documents at once never see the reader of one catalogue beside the other.
    private volatile Last? _last;

    /// <summary>What was found, as it stands in the store; a dry run keeps nothing.</summary>
    public Task<DocumentReview> ProposeAsync(SourceDocument document, string by, bool dryRun, CancellationToken cancellationToken)
    {
        var catalogue = catalogues.Current;
        // A reader takes its time to be made; it holds as long as its catalogue.
        var last = _last is { } kept && kept.Catalogue == catalogue ? kept : _last = new Last(catalogue, new StatementReader(catalogue));
        var read = last.Reader.Read(document.Text, publishedOn: null);
        if (document.UnreadPages.Length > 0)
        {
            read = read with { Open = [new(new Quote("", 0), OpenReason.Picture, document.UnreadPages, []), .. read.Open] };
        }

        return ledger.ProposeAsync(document, read, by, dryRun, cancellationToken);
    }

    private sealed record Last(Catalogue Catalogue, StatementReader Reader);
}
