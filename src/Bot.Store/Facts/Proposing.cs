using Bot.Indicators.Catalogues;
using Bot.Indicators.Proposals;
using Bot.Store.Audit;
using Bot.Store.Rows;
using Bot.Store.Tables;
using Microsoft.EntityFrameworkCore;

namespace Bot.Store.Facts;

/// <summary>Files a document and its proposals, in the context's transaction.</summary>
internal sealed class Proposing(BotContext db, Catalogue catalogue, Stamp stamp)
{
    private readonly Stamp _quiet = stamp with { CallerLogs = true };

    public async Task FileAsync(string id, SourceDocument document, Extraction read, CancellationToken cancellationToken)
    {
        var source = document.Source ?? Codes.Of(id, read.PublishedOn);
        var title = read.Title.Length > 0 ? read.Title : document.Name;
        db.Add(
            new DocumentRow
            {
                Id = id,
                Name = document.Name,
                Title = title,
                PublishedOn = read.PublishedOn,
                Source = source,
                Text = document.Text,
                Open = Reviews.WriteOpen(read),
                ProposedBy = stamp.By,
                ProposedAt = stamp.At,
            }
        );
        await SourceAsync(source, title.Length > 0 ? title : source, read.PublishedOn, cancellationToken);

        var cells = new FactCells(source, [.. read.Facts.OfType<ProposedInspection>()], new Codes(catalogue));
        List<ProposalRow> rows = [];
        foreach (
            var (fact, row) in read.Facts.Select(fact => (fact, Reviews.Write(cells.Of(fact)))).DistinctBy(f => (f.fact.Table, f.Item2))
        )
        {
            rows.Add(
                new ProposalRow
                {
                    Document = id,
                    Position = rows.Count + 1,
                    Table = fact.Table,
                    Cells = row,
                    Quote = fact.Quote.Text,
                    QuoteStart = fact.Quote.Start,
                }
            );
        }

        db.AddRange(rows);
        await db.SaveChangesAsync(cancellationToken);
        await ShowAsync(rows, document.Name, cancellationToken);
        var entry = new AuditEntry("fact/propose", Key: id, New: $"{rows.Count} proposals, {read.Open.Count} left open", Source: source);
        await AuditChain.AppendAsync(db, stamp, [entry], cancellationToken);
    }

    // A document that the catalogue of sources has under that code already keeps its row.
    private async Task SourceAsync(string code, string title, DateOnly? publishedOn, CancellationToken cancellationToken)
    {
        if (!await db.Set<SourceRow>().AnyAsync(s => s.Key == code && s.IsCurrent, cancellationToken))
        {
            var table = FactTables.Named("sources");
            var cells = new[] { code, title, "", Tables.Definitions.CellText.Cell(publishedOn), "" };
            List<RowError> errors = [];
            await table.Read([table.Raw("", cells)], new KnownCodes(), errors).StageAsync(db, first: false, _quiet, cancellationToken);
            if (errors.Count > 0)
            {
                throw new ArgumentException(errors[0].ToString());
            }
        }
    }

    // Figures that are new can be seen by those who may see proposals; a value that already counts is not proposed beside itself.
    private async Task ShowAsync(List<ProposalRow> rows, string from, CancellationToken cancellationToken)
    {
        var known = await Reviews.KnownAsync(db, rows, cancellationToken);
        var table = FactTables.Named("observations");
        foreach (var cells in rows.Where(row => row.Table == table.Name).Select(Reviews.Cells))
        {
            var key = table.KeyOf(cells, known, []);
            var stored = key is null ? null : await table.CountingAsync(db, key, cancellationToken);
            if (key is not null && (stored is null || !table.Says(stored, cells)))
            {
                await table.Read([table.Raw(from, cells)], known, []).StageAsync(db, first: false, _quiet, cancellationToken);
            }
        }
    }
}
