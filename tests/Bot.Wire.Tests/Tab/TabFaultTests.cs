using System.Net;
using System.Text.RegularExpressions;
using Bot.Wire.Tests.Teams;
using static Bot.Testing.SampleCity;

namespace Bot.Wire.Tests.Tab;

/// <summary>What a visitor of the dashboard sees when we broke something.</summary>
public sealed partial class TabFaultTests : IAsyncLifetime
{
    private TabBot _tab = null!;

    public async Task InitializeAsync() => _tab = await TabBot.StartAsync();

    public async Task DisposeAsync() => await _tab.DisposeAsync();

    [Fact]
    public async Task A_page_and_a_form_that_fail_say_so_with_the_reference_that_the_log_has()
    {
        await _tab.ImportReportAsync();
        var inspector = await _tab.AsAsync(Inspector);
        var approval = await inspector.ApprovalAsync();
        await StoreLook.LoseFiguresAsync(_tab.StoreFile);

        foreach (
            var failed in (TabAnswer[])[await inspector.GetAsync("/tab/units/SYT"), await inspector.ActAsync("fact/approve", approval)]
        )
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, failed.Status);
            Assert.Equal("text/html; charset=utf-8", failed.Headers["Content-Type"]);
            Assert.Contains("default-src 'none'", failed.Headers["Content-Security-Policy"], StringComparison.Ordinal);
            Assert.DoesNotContain("SQLite", failed.Body, StringComparison.OrdinalIgnoreCase);
            Assert.Contains(Reference().Match(failed.Body).Value, _tab.Printed, StringComparison.Ordinal);
            Assert.Matches(Reference(), failed.Body);
        }
    }

    [GeneratedRegex("[0-9A-F]{4}-[0-9A-F]{4}")]
    private static partial Regex Reference();
}
