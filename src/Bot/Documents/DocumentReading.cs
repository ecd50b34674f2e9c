using Bot.Indicators.Catalogues;
using Bot.Indicators.Proposals;
using Bot.Store.Catalogues;
using Bot.Store.Facts;
using Bot.Understanding.LanguageModel;
using Bot.Understanding.Statements;
using Microsoft.Extensions.AI;

namespace Bot.Documents;

/// <summary>The way of a document from text to proposals: it is read over the present catalogue and filed.</summary>
internal sealed class DocumentReading(CatalogueCache catalogues, FactLedger ledger, Func<string, IChatClient?> models)
{
    // One reference, so that two documents at once never see the reader of one catalogue beside the other.
    private volatile Last? _last;
    private readonly Lazy<FactProposer> _proposer = new(() => new FactProposer(new PromptBook()));

    /// <summary>What was found, as it stands in the store; a dry run keeps nothing.</summary>
    public async Task<DocumentReview> ProposeAsync(SourceDocument document, string by, bool dryRun, CancellationToken cancellationToken)
    {
        var catalogue = catalogues.Current;
        // A reader takes its time to be made; it holds as long as its catalogue.
        var last = _last is { } kept && kept.Catalogue == catalogue ? kept : _last = new Last(catalogue, new StatementReader(catalogue));
        var read = last.Reader.Read(document.Text, publishedOn: null);
        if (document.UnreadPages.Length > 0)
        {
            read = read with { Open = [new(new Quote("", 0), OpenReason.Picture, document.UnreadPages, []), .. read.Open] };
        }

        if (models(by) is { } model && await IsNewAsync(document, read, by, cancellationToken))
        {
            read = await _proposer.Value.AddAsync(document.Text, read, catalogue, model, cancellationToken);
        }

        return await ledger.ProposeAsync(document, read, by, dryRun, cancellationToken);
    }

    // A text that was brought before keeps what was made of it then.
    private async Task<bool> IsNewAsync(SourceDocument document, Extraction read, string by, CancellationToken cancellationToken) =>
        (await ledger.ProposeAsync(document, read, by, dryRun: true, cancellationToken)).IsNew;

    private sealed record Last(Catalogue Catalogue, StatementReader Reader);
}
