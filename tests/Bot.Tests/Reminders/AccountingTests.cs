using Bot.Commands;
using Bot.Indicators;
using Bot.Store.Notices;
using Bot.Store.Tables;
using Bot.Tests.Store;

namespace Bot.Tests.Reminders;

public sealed class AccountingTests : IAsyncLifetime
{
    private PlanningBench _bench = null!;

    public async Task InitializeAsync() => _bench = await PlanningBench.CreateAsync();

    public Task DisposeAsync() => _bench.DisposeAsync().AsTask();

    [Fact]
    public async Task Every_intended_reminder_is_one_exported_row_and_the_states_add_up()
    {
        await _bench.Wishes.SetAsync(new NoticePreference("inspector@example.org", false, null), default);
        var intended = 0;
        foreach (var day in new[] { "2023-04-03", "2023-04-05", "2023-06-06", "2023-06-20", "2023-06-21" })
        {
            var plan = await _bench.PlanAsync(day);
            intended += plan.Notices.Sum(n => n.Intended.Count);
        }

        var table = await _bench.Get<TableExport>().DeliveriesAsync(default);
        Assert.Equal("key,kind,recipient,obligation,step,occurrence,state,reason,planned_at,at", string.Join(',', table.Columns));
        var rows = await table.Rows.ToListAsync();
        var states = rows.CountBy(row => row[6]).ToDictionary();
        Assert.Equal(["planned", "suppressed"], states.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(intended, states.Values.Sum());
        Assert.Equal(intended, rows.DistinctBy(row => row[0]).Count());
        Assert.All(rows.Where(row => row[6] == "suppressed"), row => Assert.Equal("wishes no notices", row[7]));
    }

    [Fact]
    public async Task Exported_obligations_can_be_imported_and_change_nothing()
    {
        var csv = await CsvOut.TextAsync(_bench.Get<TableExport>().Table("obligations"));
        var report = await _bench.Store.ImportAsync("obligations.csv", csv);
        Assert.Empty(report.Errors);
        Assert.Equal((0, 0, 2), report.Tables.Select(t => (t.Added, t.Changed, t.Unchanged)).Single());
    }

    [Fact]
    public async Task The_terminal_says_who_gets_what_and_what_became_of_it()
    {
        await _bench.Wishes.SetAsync(new NoticePreference("inspector@example.org", false, null), default);
        var plan = await _bench.PlanAsync("2023-04-03");
        var text = new RemindText(_bench.Store.Catalogue, Language.English).Write(plan, await _bench.DeliveriesAsync());
        Assert.Equal(
            """
            Reminders of 2023-04-03: 2 recipients.
            contact:official.syt@example.org: digital-transformation plan 2023, Department of Health [still-overdue]: planned
            contact:inspector@example.org: digital-transformation plan 2023, Department of Health [still-overdue]: suppressed (wishes no notices)
            Total: 2 (planned 1, suppressed 1)

            """.ReplaceLineEndings(),
            text
        );
    }

    [Fact]
    public async Task A_preview_of_several_days_shows_each_reminder_once()
    {
        var text = new RemindText(_bench.Store.Catalogue, Language.English);
        List<string> days = [];
        await foreach (var plan in _bench.Preview.PlansAsync(PlanningBench.Day("2023-04-03"), 6, default))
        {
            days.Add(text.Preview(plan).Split(Environment.NewLine)[0]);
        }

        Assert.Equal(
            [
                "Reminders of 2023-04-03: 2 recipients.",
                "Reminders of 2023-04-04: nothing new.",
                "Reminders of 2023-04-05: 2 recipients.",
                "Reminders of 2023-04-06: nothing new.",
                "Reminders of 2023-04-07: nothing new.",
                "2023-04-08 is no working day; nothing is due.",
            ],
            days
        );
    }

    [Theory]
    [InlineData(2, "remind", "--date", "2023-4-3")]
    [InlineData(2, "remind", "--date", "9999-12-31")]
    [InlineData(2, "remind", "--days", "0")]
    [InlineData(2, "remind", "--days", "x")]
    [InlineData(2, "remind", "--later")]
    [InlineData(2, "export", "everything")]
    public async Task Bad_arguments_are_told_apart(int code, params string[] args) => Assert.Equal(code, await BotCommand.RunAsync(args));
}
