using System.Text.Encodings.Web;
using System.Text.Json;
using Bot.Indicators;
using Bot.Indicators.Catalogues;
using Bot.Indicators.Proposals;
using Bot.Store.Rows;
using Bot.Store.Tables;
using Microsoft.EntityFrameworkCore;

namespace Bot.Store.Facts;

/// <summary>Documents with their proposals as they stand: what is proposed, what speaks against it, what the store holds in its place.</summary>
internal static class Reviews
{
    private static readonly ProposalJson Json = new(new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static string Write(IReadOnlyList<string> cells) => JsonSerializer.Serialize(cells.ToArray(), Json.StringArray);

    /// <summary>What the rules left open, and on which of those words a model proposed something.</summary>
    public static string WriteOpen(Extraction read) =>
        JsonSerializer.Serialize(
            read.Open.Select(o => new OpenText(o.Quote.Text, o.Quote.Start, o.Reason, o.Named, [.. o.Nearest]))
                .Concat(read.Facts.Where(f => f.ByModel).Select(f => new OpenText(f.Quote.Text, f.Quote.Start, default, "", [], f.Table)))
                .ToArray(),
            Json.OpenTextArray
        );

    public static IReadOnlyList<string> Cells(ProposalRow row) => JsonSerializer.Deserialize(row.Cells, Json.StringArray)!;

    /// <summary>Every code that a proposal of that document may name: those of the store, and the visit that it reports itself.</summary>
    public static async Task<KnownCodes> KnownAsync(BotContext db, IEnumerable<ProposalRow> rows, CancellationToken cancellationToken)
    {
        var known = await KnownCodes.ReadAsync(db, cancellationToken);
        known.Inspections.UnionWith(rows.Where(row => row.Table == "inspections").Select(row => Cells(row)[0]));
        return known;
    }

    public static async Task<DocumentReview?> FindAsync(
        BotContext db,
        string document,
        bool isNew,
        Catalogue catalogue,
        CancellationToken cancellationToken
    )
    {
        if (await db.Set<DocumentRow>().AsNoTracking().FirstOrDefaultAsync(d => d.Id == document, cancellationToken) is not { } head)
        {
            return null;
        }

        var rows = await db.Set<ProposalRow>()
            .AsNoTracking()
            .Where(p => p.Document == document)
            .OrderBy(p => p.Position)
            .ToListAsync(cancellationToken);
        var known = await KnownAsync(db, rows, cancellationToken);
        var doubts = new FactDoubts(db, catalogue, head.Text);
        var reading = new FactReading(catalogue);
        var open = JsonSerializer.Deserialize(head.Open, Json.OpenTextArray)!;
        var keyed = rows.ConvertAll(row => (Row: row, Table: FactTables.Named(row.Table), Cells: Cells(row)))
            .ConvertAll(p => (p.Row, p.Table, p.Cells, Key: p.Table.KeyOf(p.Cells, known, [])));
        List<ReviewedFact> facts = [];
        foreach (var (row, table, cells, key) in keyed)
        {
            if (reading.Of(table, cells, new Quote(row.Quote, row.QuoteStart)) is not { } fact)
            {
                continue;
            }

            fact = fact with { ByModel = open.Any(o => (o.Proposed, o.Quote, o.Start) == (row.Table, row.Quote, row.QuoteStart)) };

            var isOpen = row.State == ProposalState.Proposed;
            var stored = isOpen && key is not null ? await table.CountingAsync(db, key, cancellationToken) : null;
            var isOther = stored is not null && !table.Says(stored, cells);
            var isTwice = keyed.Exists(p => p.Row.Id != row.Id && p.Table == table && p.Key == key && !table.Says(p.Cells, cells));
            facts.Add(
                new ReviewedFact
                {
                    Id = row.Id,
                    Fact = fact,
                    Unit = UnitOf(fact),
                    State = row.State,
                    Version = row.Version,
                    Doubts = isOpen ? await doubts.OfAsync(fact, isOther, isTwice, cancellationToken) : [],
                    Stored = stored is null ? null : reading.Of(table, stored, new Quote(QuoteOf(table, stored), 0)),
                    DecidedBy = row.DecidedBy,
                    DecidedAt = row.DecidedAt,
                    Reason = row.Reason,
                }
            );
        }

        return new DocumentReview
        {
            Document = head.Id,
            Title = head.Title.Length > 0 ? head.Title : head.Name,
            PublishedOn = head.PublishedOn,
            ProposedBy = head.ProposedBy,
            IsNew = isNew,
            Facts = [.. facts.GroupBy(f => f.Unit).SelectMany(unit => unit)],
            Open =
            [
                .. open.Where(o => o.Proposed is null)
                    .Select(o => new OpenPassage(new Quote(o.Quote, o.Start), o.Reason, o.Named, [.. o.Nearest])),
            ],
        };
    }

    private static string QuoteOf(TableDefinition table, IReadOnlyList<string> cells) =>
        table.Columns.Contains("quote") ? table.Cell(cells, "quote") : "";

    private static OrgUnitCode? UnitOf(ProposedFact fact) =>
        fact switch
        {
            ProposedObservation o => o.Unit,
            ProposedTarget t => t.Unit,
            ProposedObligation o => o.Unit,
            ProposedProject p => p.Unit,
            ProposedFinding f => f.Unit,
            _ => null,
        };
}
