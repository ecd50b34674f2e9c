using System.Globalization;
using Bot.Indicators.Proposals;
using Bot.Indicators.Results;
using Bot.Store.Tables;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Bot.Tests.Store;

public sealed class WorkbookImportTests : IAsyncLifetime
{
    private static Cell[] Header => Workbook.Texts("org_unit", "indicator", "basis", "period", "value", "text", "as_of", "source");

    private readonly CityStore _city = new();

    public Task InitializeAsync() => _city.InitializeAsync();

    public Task DisposeAsync() => _city.DisposeAsync();

    [Fact]
    public async Task A_cell_is_what_it_shows_and_not_how_the_file_keeps_it()
    {
        await ImportAsync(
            "observations-2031.xlsx",
            Row(
                "few",
                Workbook.Number("2031"),
                Workbook.Number("0.85499999999999998", Workbook.Percent),
                Workbook.Number("47908", Workbook.Day)
            ),
            Row("all", Workbook.Number("2031"), Workbook.Text("79,5"), Workbook.Number("47908", Workbook.OwnDay)),
            Row("few", Workbook.Number("2032"), Workbook.Number("61.100000000000001"), Workbook.Number("48274", Workbook.Day))
        );
        Assert.Equal(["all 79.5 2031-03-01", "few 85.5 2031-03-01"], await FiguresAsync("2031"));
        Assert.Equal(["few 61.1 2032-03-01"], await FiguresAsync("2032"));
    }

    [Fact]
    public async Task The_same_workbook_again_changes_nothing_and_another_value_is_named_old_and_new()
    {
        Cell[][] rows = [Row("few", Workbook.Number("2031"), Workbook.Number("0.5", Workbook.Percent), Workbook.Text(""))];
        await ImportAsync("observations.xlsx", rows);
        var again = await ImportAsync(
            "observations.xlsx",
            rows.Select(row => row.Select(c => (Cell)c.CloneNode(true)).ToArray()).ToArray()
        );
        Assert.Equal((0, 0, 1), again.Tables.Select(t => (t.Added, t.Changed, t.Unchanged)).Single());

        var changed = await ImportAsync(
            "observations.xlsx",
            Row("few", Workbook.Number("2031"), Workbook.Number("0.52", Workbook.Percent), Workbook.Text(""))
        );
        var cell = Assert.Single(changed.Changes);
        Assert.Equal(("value", "50", "52"), (cell.Column, cell.Old, cell.New));
    }

    [Fact]
    public async Task Sheets_named_after_tables_are_imported_together_and_none_is_left_out_silently()
    {
        var sources = new[] { Workbook.Texts("code", "title"), Workbook.Texts("R31", "Báo cáo 2031") };
        var observations = new[] { Header, Row("few", Workbook.Number("2031"), Workbook.Number("7"), Workbook.Text(""), "R31") };
        var report = await _city.Store.ImportAsync([File("nam-2031.xlsx", ("observations", observations), ("sources", sources))]);
        Assert.Empty(report.Errors);
        Assert.Equal(["few 7 "], await FiguresAsync("2031"));

        var unnamed = await _city.Store.ImportAsync([
            File("nam-2031.xlsx", ("Trang tính1", observations.Select(Copy).ToArray()), ("sources", sources.Select(Copy).ToArray())),
        ]);
        var error = Assert.Single(unnamed.Errors);
        Assert.Equal(("nam-2031.xlsx[Trang tính1]", RowFault.NoTable), (error.File, error.Fault));
    }

    [Theory]
    [InlineData("1,234")]
    [InlineData("85,5%")]
    public async Task A_number_that_could_be_two_is_refused_with_its_place(string typed)
    {
        var report = await _city.Store.ImportAsync([
            File("observations.xlsx", ("Sheet1", [Header, Row("few", Workbook.Number("2031"), Workbook.Text(typed), Workbook.Text(""))])),
        ]);
        var error = Assert.Single(report.Errors);
        Assert.Equal((2, "value", RowFault.NoNumber, typed), (error.Line, error.Column, error.Fault, error.Parts[0]));
        Assert.Empty(await FiguresAsync("2031"));
    }

    [Fact]
    public async Task Bytes_that_are_no_workbook_are_refused()
    {
        var report = await _city.Store.ImportAsync([new ImportFile("observations.xlsx", "org_unit"u8.ToArray())]);
        Assert.Equal(RowFault.NoWorkbook, Assert.Single(report.Errors).Fault);
    }

    [Fact]
    public async Task A_formula_that_failed_is_refused()
    {
        var broken = new Cell { DataType = CellValues.Error, CellValue = new CellValue("#N/A") };
        var report = await _city.Store.ImportAsync([
            File("observations.xlsx", ("Sheet1", [Header, Row("few", Workbook.Number("2031"), broken, Workbook.Text(""))])),
        ]);
        Assert.Contains(report.Errors, e => e.Parts.Contains("#N/A") && e.Line == 2);
    }

    [Theory]
    [InlineData("rate", "few", "85,5", "85.5")]
    [InlineData("score", "", "1.234,5", "1234.5")]
    public async Task A_list_that_a_spreadsheet_saved_with_semicolons_has_decimal_commas(
        string indicator,
        string basis,
        string typed,
        string stored
    )
    {
        var report = await _city.Store.ImportAsync(
            "observations-2031.csv",
            $"\uFEFForg_unit;indicator;basis;period;value;source\r\nA;{indicator};{basis};2031;{typed};R1\r\n"
        );
        Assert.Empty(report.Errors);
        Assert.Equal([$"{basis} {stored} "], await FiguresAsync("2031", indicator));
    }

    private static Cell[] Row(string basis, Cell period, Cell value, Cell asOf, string source = "R1") =>
        [Workbook.Text("A"), Workbook.Text("rate"), Workbook.Text(basis), period, value, Workbook.Text(""), asOf, Workbook.Text(source)];

    private static Cell[] Copy(Cell[] row) => [.. row.Select(cell => (Cell)cell.CloneNode(true))];

    private static ImportFile File(string name, params (string Sheet, Cell[][] Rows)[] sheets) => new(name, Workbook.Of(sheets));

    private async Task<ImportReport> ImportAsync(string file, params Cell[][] rows)
    {
        var report = await _city.Store.ImportAsync([File(file, ("Sheet1", [Header, .. rows]))]);
        Assert.Empty(report.Errors);
        return report;
    }

    private async Task<IEnumerable<string>> FiguresAsync(string period, string indicator = "rate")
    {
        var result = await _city.Store.AskAsync($"value(indicator={indicator};units=A;period={period})", new(CityStore.Today, null));
        return result is ValueResult values
            ? values
                .Figures.Select(f =>
                    string.Create(CultureInfo.InvariantCulture, $"{f.Figure.Basis} {f.Figure.Amount} {f.Figure.Provenance.AsOf:yyyy-MM-dd}")
                )
                .Order(StringComparer.Ordinal)
            : [];
    }
}
