using Bot.Store.Tables;
using Bot.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Store;

/// <summary>What goes out comes in again: every table of the contract, as CSV and as a workbook.</summary>
public sealed class TableExportTests
{
    [Theory]
    [InlineData(".csv")]
    [InlineData(".xlsx")]
    public async Task Every_table_goes_out_and_makes_the_same_store_elsewhere(string extension)
    {
        await using var store = await TestStore.CreateAsync();
        await store.ImportAsync("contacts.csv", "upn,role,org_unit\na@example.org,official,SYT\n");
        await store.ImportAsync(
            "observations.csv",
            "org_unit,indicator,basis,period,value,text\nSTP,overdue,settled,2023-Q1,0.4,'=gần 1\u0001\n"
        );
        await using var other = await TestStore.CreateAsync("none");

        ImportFile[] files = [.. (await FilesAsync(store, extension)).Reverse()];
        var report = await other.ImportAsync(files);

        Assert.Empty(report.Errors);
        Assert.Equal(13, report.Tables.Count);
        Assert.All(report.Tables, table => Assert.NotEqual(0, table.Added));
        foreach (var table in TableExport.Tables)
        {
            Assert.Equal(
                (await TextAsync(store, table)).Replace("\u0001", extension == ".xlsx" ? "" : "\u0001", StringComparison.Ordinal),
                await TextAsync(other, table)
            );
        }

        Assert.All((await other.ImportAsync(files)).Tables, table => Assert.Equal((0, 0), (table.Added, table.Changed)));
    }

    private static async Task<IEnumerable<ImportFile>> FilesAsync(TestStore store, string extension)
    {
        List<ImportFile> files = [];
        foreach (var name in TableExport.Tables)
        {
            using var stream = new MemoryStream();
            var table = store.Services.GetRequiredService<TableExport>().Table(name);
            if (extension == ".xlsx")
            {
                await table.WriteWorkbookAsync(name, stream, CancellationToken.None);
            }
            else
            {
                await using var csv = new StreamWriter(stream, leaveOpen: true);
                await table.WriteAsync(csv, CancellationToken.None);
            }

            files.Add(new ImportFile(name + extension, stream.ToArray()));
        }

        return files;
    }

    private static Task<string> TextAsync(TestStore store, string table) =>
        CsvOut.TextAsync(store.Services.GetRequiredService<TableExport>().Table(table));
}
