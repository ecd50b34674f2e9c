using System.Text;
using Bot.Indicators.Proposals;
using Bot.Indicators.Results;
using Bot.Store.Tables;
using Bot.Testing;

namespace Bot.Tests.Store;

public sealed class TableImportTests(CityStore city) : IClassFixture<CityStore>
{
    private const string Header = "org_unit,indicator,basis,period,value,text,as_of,source,status,quote\n";

    [Fact]
    public async Task Every_bad_row_is_named_with_its_place_and_a_remedy()
    {
        var report = await city.Store.ImportAsync(
            "observations-bad.csv",
            Header
                + "# a comment\n"
                + "\"A\",rate,few,2020,1,\"two\nlines\",,R1,,\n"
                + "AA,rate,few,2020-Q5,1,,,R1,,\n"
                + "B,rate,some,2020,\"85,5\",,2020-13-01,R9,perhaps,\n"
                + "B,rate,few,2020,,,,,,\n"
                + "B,rate\n"
        );
        Assert.Equal(
            [
                "5 org_unit there is no 'AA' in org-units (did you mean A?)",
                "5 period '2020-Q5' is no period (write 2023, 2023-S1, 2023-Q1, 2023-03, 2023-03-28, 2023-01/2023-07 or 2021/2025)",
                "6 as_of '2020-13-01' is no date (write yyyy-MM-dd)",
                "6 basis 'some' is no basis of rate (its bases: all, few)",
                "6 source there is no 'R9' in sources (did you mean R1?)",
                "6 status 'perhaps' is not allowed here (write one of: approved, proposed, rejected)",
                "6 value '85,5' is no number (write digits and a decimal point, without separators or a unit: 85.5)",
                "7 value there is neither a number nor words (fill in value, or text where the source has only words)",
                "8  the row has 2 cells, the header 10 (quote cells that hold a comma)",
            ],
            report.Errors.Select(e => $"{e.Line} {e.Column} {e.Said()}").Order(StringComparer.Ordinal)
        );
        Assert.All(report.Errors, e => Assert.Equal("observations-bad.csv", e.File));
        await NothingWasWritten();
    }

    [Theory]
    [InlineData("observations.csv", "org_unit,indicator,period,valeu\nA,rate,2020,1\n", "valeu")]
    [InlineData("observations.csv", "org_unit,indicator,value\nA,rate,1\n", "period")]
    [InlineData("figures.csv", "org_unit\nA\n", "")]
    [InlineData("observations.csv", "", "")]
    public async Task A_file_that_is_no_table_is_refused_by_what_is_wrong(string file, string text, string column)
    {
        var report = await city.Store.ImportAsync(file, text);
        Assert.Equal(column, Assert.Single(report.Errors).Column);
        await NothingWasWritten();
    }

    [Fact]
    public async Task Bytes_that_are_not_UTF8_are_refused()
    {
        var report = await city.Store.ImportAsync([new ImportFile("sources.csv", Encoding.Latin1.GetBytes("code,title\nX,Sở é\n"))]);
        Assert.Equal(RowFault.Encoding, Assert.Single(report.Errors).Fault);
    }

    [Fact]
    public async Task The_same_key_twice_in_one_import_is_refused_by_row()
    {
        var report = await city.Store.ImportAsync(
            "observations.csv",
            Header + "A,rate,few,2020,1,,,R1,,\nB,rate,few,2020,1,,,R1,,\nA,rate,few,2020,2,,,R1,,\n"
        );
        var error = Assert.Single(report.Errors);
        Assert.Equal((4, RowFault.KeyTwice, "observations.csv:2"), (error.Line, error.Fault, error.Parts[0]));
        await NothingWasWritten();
    }

    [Fact]
    public async Task One_Entra_account_is_one_contact()
    {
        const string One = "11111111-0000-0000-0000-000000000001";
        const string Other = "11111111-0000-0000-0000-000000000002";
        const string Columns = "upn,aad_object_id,name,role\n";
        var twice = await city.Store.ImportAsync(
            "contacts.csv",
            Columns + $"a@x.example,{One},A,admin\nb@x.example,{One},B,admin\nc@x.example,,C,admin\nd@x.example,,D,admin\n"
        );
        var error = Assert.Single(twice.Errors);
        Assert.Equal((3, "aad_object_id", RowFault.ObjectIdTwice), (error.Line, error.Column, error.Fault));
        Assert.Equal("a@x.example has the same object id (one person is one contact)", error.Said());

        await using var store = await TestStore.CreateAsync();
        var first = await store.ImportAsync("contacts.csv", Columns + $"a@x.example,{One},A,admin\nb@x.example,{Other},B,admin\n");
        Assert.Empty(first.Errors);
        var taken = await store.ImportAsync("contacts.csv", Columns + $"c@x.example,{One.ToUpperInvariant()},C,admin\n");
        Assert.Equal("a@x.example", Assert.Single(taken.Errors).Parts[0]);
        var swapped = await store.ImportAsync("contacts.csv", Columns + $"A@x.example,{Other},A,admin\nb@x.example,{One},B,admin\n");
        Assert.Empty(swapped.Errors);
    }

    [Fact]
    public async Task The_same_files_again_change_nothing()
    {
        var version = city.Store.Catalogue.Version;
        var report = await city.Store.ImportAsync(CaseFolder.City());
        Assert.All(report.Tables, table => Assert.Equal((0, 0), (table.Added, table.Changed)));
        Assert.Equal(17, report.Tables.Single(t => t.Table == "observations").Unchanged);
        Assert.Equal(version, city.Store.Catalogue.Version);
    }

    [Fact]
    public async Task A_dry_run_counts_and_writes_nothing()
    {
        var report = await city.Store.ImportAsync(
            "observations.csv",
            Header + "A,rate,few,2023-Q1,81,,,R1,,\nA,rate,few,2019,1,,,R1,,\n",
            true
        );
        var counts = Assert.Single(report.Tables);
        Assert.Equal((1, 1, 0), (counts.Added, counts.Changed, counts.Unchanged));
        await NothingWasWritten();
    }

    [Fact]
    public async Task A_spreadsheet_s_semicolons_and_byte_order_mark_are_read()
    {
        byte[] bytes = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes("code;title;date\r\nR-EXCEL;\"Bảng; có dấu\";2024-01-02\r\n")];
        var report = await city.Store.ImportAsync([new ImportFile("sources.csv", bytes)], dryRun: true);
        Assert.Empty(report.Errors);
        Assert.Equal(1, Assert.Single(report.Tables).Added);
    }

    [Fact]
    public async Task A_changed_value_is_a_revision_and_the_old_one_stays()
    {
        await using var own = await OwnCity();
        own.Clock.Advance(TimeSpan.FromDays(1));
        var report = await own.ImportAsync("observations.csv", Header + "A,late,,2023-Q4,2.5,,2023-12-31,R1,approved,\n");
        Assert.Equal(1, Assert.Single(report.Tables).Changed);
        var history = Assert.IsType<HistoryResult>(await own.AskAsync("history(of=value(indicator=late;units=A))"));
        Assert.Equal(
            ["2.5 r2 test", "3 r1 test"],
            history.Revisions.Select(f => $"{f.Amount} r{f.Provenance.Revision} {f.Provenance.RecordedBy}")
        );
        var now = Assert.IsType<ValueResult>(await own.AskAsync("value(indicator=late;units=A)"));
        Assert.Equal("2.5", now.Figures[0].Figure.Amount!.ToString());
        var known = Assert.IsType<ValueResult>(await own.AskAsync("value(indicator=late;units=A;known=2023-04-03)"));
        Assert.Equal("3", known.Figures[0].Figure.Amount!.ToString());
        Assert.IsType<NoData>(await own.AskAsync("value(indicator=late;units=A;known=2023-04-02)"));
    }

    [Fact]
    public async Task A_rejection_of_the_same_value_withdraws_it_and_one_of_another_does_not()
    {
        await using var own = await OwnCity();
        await own.ImportAsync("observations.csv", Header + "A,late,,2023-Q4,9,,2023-12-31,R1,rejected,\n");
        Assert.IsType<ValueResult>(await own.AskAsync("value(indicator=late;units=A)"));
        await own.ImportAsync("observations.csv", Header + "A,late,,2023-Q4,3,,2023-12-31,R1,rejected,\n");
        Assert.IsType<NoData>(await own.AskAsync("value(indicator=late;units=A)"));
    }

    private static async Task<Bot.Testing.TestStore> OwnCity()
    {
        var store = await Bot.Testing.TestStore.CreateAsync("none");
        await store.ImportAsync(CaseFolder.City());
        return store;
    }

    private async Task NothingWasWritten() =>
        Assert.All(
            (await city.Store.ImportAsync(CaseFolder.City(), dryRun: true)).Tables,
            table => Assert.Equal((0, 0), (table.Added, table.Changed))
        );
}
