using System.IO.Compression;
using System.Text;
using Bot.Indicators.Proposals;
using Bot.Store.Tables;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Bot.Tests.Store;

/// <summary>Files that are not what they seem: each gets a clear error, and the store stays as it was.</summary>
[Collection(nameof(Alone))]
public sealed class HostileFileTests(CityStore city) : IClassFixture<CityStore>
{
    private const string Header = "org_unit,indicator,basis,period,value,text,as_of,source,status,quote\n";

    [Fact]
    public async Task A_workbook_that_was_cut_off_is_refused()
    {
        var whole = Good();
        for (var length = 0; length < whole.Length; length += 97)
        {
            await RefusedAsync("observations.xlsx", whole[..length]);
        }
    }

    [Fact]
    public async Task A_workbook_with_broken_bytes_is_refused_or_read_and_never_crashes()
    {
        var whole = Good();
        var random = new Random(1);
        for (var round = 0; round < 100; round++)
        {
            byte[] broken = [.. whole];
            for (var hit = 0; hit < 8; hit++)
            {
                broken[random.Next(broken.Length)] = (byte)random.Next(256);
            }

            await city.Store.ImportAsync([new ImportFile("observations.xlsx", broken)], dryRun: true);
        }
    }

    [Fact]
    public async Task A_zip_bomb_is_refused_before_it_is_unpacked()
    {
        var before = GC.GetTotalAllocatedBytes();
        var error = await RefusedAsync("observations.xlsx", Zip(("xl/worksheets/sheet1.xml", 300 << 20)));
        Assert.Equal(RowFault.UnpacksTooLarge, error.Fault);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 200 << 20);
    }

    [Fact]
    public async Task Macros_are_refused() =>
        Assert.Equal(RowFault.Macros, (await RefusedAsync("observations.xlsx", Zip(("xl/vbaProject.bin", 10)))).Fault);

    [Fact]
    public async Task A_formula_is_refused_whatever_it_showed_last()
    {
        var formula = new Cell { CellFormula = new CellFormula("1+1"), CellValue = new CellValue("2") };
        var book = Workbook.Of(
            (
                "observations",
                [
                    Workbook.Texts("org_unit", "indicator", "period", "value"),
                    [Workbook.Text("A"), Workbook.Text("rate"), Workbook.Text("2031"), formula],
                ]
            )
        );
        var error = await RefusedAsync("observations.xlsx", book);
        Assert.Equal((2, RowFault.Formula), (error.Line, error.Fault));
    }

    [Theory]
    [InlineData(".csv")]
    [InlineData(".xlsx")]
    public async Task A_hundred_thousand_columns_are_one_error(string extension)
    {
        string[] columns = [.. Enumerable.Range(0, 100_000).Select(i => $"c{i}")];
        var content =
            extension == ".csv"
                ? Encoding.UTF8.GetBytes(string.Join(',', columns) + "\n")
                : Workbook.Of(("observations", [Workbook.Texts(columns)]));
        var report = await city.Store.ImportAsync([new ImportFile("observations" + extension, content)]);
        Assert.InRange(report.Errors.Count, 1, 200);
    }

    [Fact]
    public async Task A_huge_cell_is_refused() =>
        Assert.Equal(
            RowFault.CellTooLong,
            (
                await RefusedAsync("observations.csv", Encoding.UTF8.GetBytes(Header + "A,rate,few,2031,1,\"" + new string('x', 5_000_000)))
            ).Fault
        );

    [Fact]
    public async Task A_file_of_bad_rows_alone_is_not_read_to_its_end()
    {
        var rows = string.Concat(Enumerable.Repeat("NOBODY,rate,few,2031,1,,,,,\n", 50_000));
        var report = await city.Store.ImportAsync("observations.csv", Header + rows);
        Assert.InRange(report.Errors.Count, TableLimits.Errors, TableLimits.Errors + 10);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-32")]
    [InlineData("latin1")]
    public async Task Other_encodings_are_refused(string encoding) =>
        await RefusedAsync(
            "observations.csv",
            [
                .. Encoding.GetEncoding(encoding).GetPreamble(),
                .. Encoding.GetEncoding(encoding).GetBytes(Header + "A,rate,few,2031,1,é,,,,\n"),
            ]
        );

    [Theory]
    [InlineData("percent", "101")]
    [InlineData("percent", "-1")]
    [InlineData("rank", "0")]
    public async Task A_number_that_cannot_be_is_refused(string unit, string value)
    {
        var report = await city.Store.ImportAsync([
            new ImportFile("indicators.csv", Encoding.UTF8.GetBytes($"code,name_vi,unit\nmade,Tạm,{unit}\n")),
            new ImportFile("observations.csv", Encoding.UTF8.GetBytes($"org_unit,indicator,period,value\nA,made,2031,{value}\n")),
        ]);
        Assert.Equal("value", Assert.Single(report.Errors).Column);
    }

    [Fact]
    public async Task A_period_before_the_unit_began_is_named()
    {
        var report = await city.Store.ImportAsync(
            [
                new ImportFile(
                    "org-units.csv",
                    Encoding.UTF8.GetBytes("code,kind,name_vi,valid_from\nLATE,department,Sở Mới,2025-03-01\n")
                ),
                new ImportFile("observations.csv", Encoding.UTF8.GetBytes("org_unit,indicator,basis,period,value\nLATE,rate,few,2024,1\n")),
            ],
            dryRun: true
        );
        Assert.Empty(report.Errors);
        Assert.Equal("period", Assert.Single(report.Flags).Column);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+84 292")]
    [InlineData("-cmd|x")]
    [InlineData("@SUM(A1)")]
    [InlineData("'=1")]
    [InlineData("-5")]
    [InlineData("thấp")]
    public async Task What_a_spreadsheet_would_run_goes_out_harmless_and_comes_back_as_it_was(string words)
    {
        await using var store = await Testing.TestStore.CreateAsync();
        var csv = "org_unit,indicator,basis,period,text\nSTP,overdue,settled,2023-Q1,";
        await store.ImportAsync("observations.csv", csv + SpreadsheetText.Guard(words) + "\n");
        var export = (TableExport)store.Services.GetService(typeof(TableExport))!;
        var cell = await export.Table("observations").Rows.Where(row => row[0] == "STP").Select(row => row[5]).SingleAsync();
        Assert.Equal(words, cell);
        var text = await CsvOut.TextAsync(export.Table("observations"));
        Assert.DoesNotContain(text.Split('\n'), line => line.Split(',').Any(c => c is ['=' or '+' or '@', ..]));
        var report = await store.ImportAsync("observations.csv", text);
        Assert.Equal((0, 0), report.Tables.Select(t => (t.Added, t.Changed)).Single());
    }

    private static byte[] Good() =>
        Workbook.Of(
            (
                "observations",
                [Workbook.Texts("org_unit", "indicator", "basis", "period", "value"), Workbook.Texts("A", "rate", "few", "2031", "1")]
            )
        );

    private static byte[] Zip(params (string Name, int Zeros)[] parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, zeros) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                var chunk = new byte[1 << 16];
                for (var left = zeros; left > 0; left -= chunk.Length)
                {
                    part.Write(chunk, 0, Math.Min(left, chunk.Length));
                }
            }
        }

        return stream.ToArray();
    }

    private async Task<RowError> RefusedAsync(string name, byte[] content)
    {
        var version = city.Store.Catalogue.Version;
        var report = await city.Store.ImportAsync([new ImportFile(name, content)]);
        Assert.True(report.Refused);
        Assert.Equal(version, city.Store.Catalogue.Version);
        return report.Errors[0];
    }
}
