using Bot.Indicators.Contacts;
using Bot.Indicators.Proposals;
using Bot.Store.Facts;

namespace Bot.Tab;

/// <summary>What the page of proposed facts shows.</summary>
/// <param name="Documents">The newest documents of which something waits.</param>
/// <param name="Shown">The document that is open; null where none was asked for.</param>
public sealed record ReviewView(IReadOnlyList<DocumentReview> Documents, DocumentReview? Shown);

/// <summary>Gathers what waits for an inspector's approval.</summary>
internal sealed class ReviewViews(FactLedger ledger)
{
    private const int Most = 20;

    /// <summary>How many documents wait; null for those who may not decide.</summary>
    public async Task<int?> CountAsync(Contact? reader, CancellationToken cancellationToken) =>
        Rights.MayDecideFacts(reader) ? (await ledger.WaitingAsync(cancellationToken)).Count : null;

    /// <summary>All that wait, or one document.</summary>
    /// <param name="document">The key of the document that is open; null for none.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<ReviewView?> OfAsync(string? document, CancellationToken cancellationToken)
    {
        if (document is not null)
        {
            return await ledger.FindAsync(document, cancellationToken) is { } found ? new([], found) : null;
        }

        List<DocumentReview> waiting = [];
        foreach (var id in (await ledger.WaitingAsync(cancellationToken)).Take(Most))
        {
            waiting.Add((await ledger.FindAsync(id, cancellationToken))!);
        }

        return new(waiting, null);
    }
}
