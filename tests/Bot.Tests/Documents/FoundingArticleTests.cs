using Bot.Documents;
using Bot.Indicators;
using Bot.Store;
using Bot.Store.Facts;
using Bot.Store.Rows;
using Bot.Testing;
using Bot.Tests.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Documents;

/// <summary>The founding article, imported into a store that has the catalogue alone, brings what the seed holds, and nothing wrong.</summary>
public sealed class FoundingArticleTests
{
    [Fact]
    public async Task Imported_and_approved_it_yields_the_seed()
    {
        await using var seed = await TestStore.CreateAsync();
        await using var store = await TestStore.CreateAsync("catalog");
        var text = await File.ReadAllTextAsync(Path.Combine(CaseFolder.Path("articles"), "founding-article.txt"));
        var ledger = store.Services.GetRequiredService<FactLedger>();
        var reading = new DocumentReading(store.Services.GetRequiredService<Bot.Store.Catalogues.CatalogueCache>(), ledger, _ => null);
        var review = await reading.ProposeAsync(new SourceDocument("founding-article.txt", text), "test", false, default);
        Assert.Empty(review.Facts.Where(f => !f.Doubts.IsEmpty).Select(f => $"{f.Fact} {string.Join(',', f.Doubts)}"));
        await ledger.ApproveAllAsync(review.Document, review.Version, "test", default);

        Assert.Equal(
            await RowsAsync<ObservationRow>(seed, o => $"{o.Key} {o.Value} {(o.Value is null ? o.Text : "")}"),
            await RowsAsync<ObservationRow>(store, o => $"{o.Key} {o.Value} {(o.Value is null ? o.Text : "")}")
        );
        Assert.Equal(
            await RowsAsync<TargetRow>(seed, t => $"{t.Key} {t.Value}"),
            await RowsAsync<TargetRow>(store, t => $"{t.Key} {t.Value}")
        );
        Assert.Equal(
            await RowsAsync<ObligationRow>(seed, o => $"{o.Key} {o.Status}"),
            await RowsAsync<ObligationRow>(store, o => $"{o.Key} {o.Status}")
        );
        Assert.Equal(
            await RowsAsync<ProjectRow>(seed, p => $"{p.OrgUnit} {p.NameVi.ToUpperInvariant()} {p.Progress} {p.Expected}"),
            await RowsAsync<ProjectRow>(store, p => $"{p.OrgUnit} {p.NameVi.ToUpperInvariant()} {p.Progress} {p.Expected}")
        );
        Assert.Equal(
            await RowsAsync<InspectionRow>(seed, i => $"{i.Date} {i.Units}"),
            await RowsAsync<InspectionRow>(store, i => $"{i.Date} {i.Units}")
        );
        var wanted = await RowsAsync<FindingRow>(seed, f => $"{f.OrgUnit} {f.Polarity} {f.Quote}");
        var found = await RowsAsync<FindingRow>(store, f => $"{f.OrgUnit} {f.Polarity} {f.Quote}");
        Assert.DoesNotContain(found, f => !wanted.Any(w => Overlap(w, f)));
        Assert.InRange(wanted.Count(w => found.Any(f => Overlap(w, f))), 0.9 * wanted.Count, wanted.Count);
    }

    // The same remark, whose words may begin or end elsewhere.
    private static bool Overlap(string one, string other)
    {
        var (a, b) = (one.Split(' ', 3), other.Split(' ', 3));
        return a[0] == b[0]
            && a[1] == b[1]
            && (a[2].Contains(b[2], StringComparison.OrdinalIgnoreCase) || b[2].Contains(a[2], StringComparison.OrdinalIgnoreCase));
    }

    private static async Task<List<string>> RowsAsync<TRow>(TestStore store, Func<TRow, string> said)
        where TRow : RevisedRow
    {
        await using var db = store.Services.GetRequiredService<IDbContextFactory<BotContext>>().CreateDbContext();
        var rows = await db.Set<TRow>().AsNoTracking().Where(r => r.IsCurrent).ToListAsync();
        return
        [
            .. rows.Where(r => r is not ObservationRow { Status: not ObservationStatus.Approved })
                .Select(said)
                .Order(StringComparer.Ordinal),
        ];
    }
}
