using System.Text.RegularExpressions;
using Bot.Commands;
using Bot.Store.Tables;
using Bot.Testing;

namespace Bot.Tests.Documents;

/// <summary>The bar that a long import shows on a terminal.</summary>
public sealed partial class ProgressBarTests
{
    [Fact]
    public async Task It_grows_with_what_an_import_reads_and_ends_its_line()
    {
        await using var store = await TestStore.CreateAsync("catalog");
        var rows = string.Concat(
            Enumerable
                .Range(0, 4000)
                .Select(i => $"SYT,dossiers-received,,{new DateOnly(2010, 1, 1).AddDays(i):yyyy-MM-dd},{i},,,,approved,\n")
        );
        var terminal = new StringWriter();

        using (
            var bar = new ProgressBar([Table("org_unit,indicator,basis,period,value,text,as_of,source,status,quote\n" + rows)], terminal)
        )
        {
            Assert.Empty((await store.ImportAsync(bar.Files)).Errors);
        }

        var shown = Percents().Matches(terminal.ToString()).Select(m => int.Parse(m.Groups[1].Value)).ToList();
        Assert.True(shown.Count > 5, terminal.ToString());
        Assert.Equal(shown.Order().Distinct(), shown);
        Assert.Equal(100, shown[^1]);
        Assert.EndsWith("[##############################] 100%\n", terminal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_workbook_that_is_read_from_its_end_is_not_done_at_once_and_an_import_that_stops_ends_its_line()
    {
        var terminal = new StringWriter();
        using (var bar = new ProgressBar([Table(new string('x', 1000))], terminal))
        {
            using var stream = bar.Files[0].Open();
            stream.Seek(-100, SeekOrigin.End);
            Assert.Equal(100, stream.Read(new byte[200]));
        }

        Assert.Equal("\r[###...........................]  10%" + Environment.NewLine, terminal.ToString());
    }

    [Fact]
    public void Where_there_is_no_terminal_the_files_are_as_they_were()
    {
        IReadOnlyList<ImportFile> files = [Table("a")];

        using var bar = new ProgressBar(files, null);

        Assert.Same(files, bar.Files);
    }

    private static ImportFile Table(string text) => new("observations.csv", System.Text.Encoding.UTF8.GetBytes(text));

    [GeneratedRegex(@"\s(\d+)%")]
    private static partial Regex Percents();
}
