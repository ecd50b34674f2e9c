using Bot.Cards.Notices;
using Bot.Indicators.Contacts;
using Bot.Indicators.Obligations;
using Bot.Store;
using Bot.Store.Contacts;
using Microsoft.EntityFrameworkCore;
using static Bot.Tests.Reminders.PlanningBench;

namespace Bot.Tests.Reminders;

/// <summary>What a card says of the reminders before and after it is what the accounting holds and planning does.</summary>
public sealed class TrailTests
{
    private const string Plan = "SYT|digital-transformation-plan|2023";
    private const string Iso = "SYT|iso-plan|2023";

    [Theory]
    [InlineData(Official)]
    [InlineData(Inspector)]
    public async Task The_next_day_that_a_card_names_is_the_next_on_which_its_reader_is_reminded(string recipient)
    {
        await using var bench = await CreateAsync();
        await bench.Store.ImportAsync(
            "obligations.csv",
            "org_unit,type,period,deadline,status,document_number,issued_on,source,note\nSYT,iso-plan,2023,2023-05-31,,,,,\n"
        );
        List<(DateOnly Day, DateOnly? Next)> named = [];
        List<DateOnly> reminded = [];
        for (var day = Day("2023-04-03"); day <= Day("2023-07-31"); day = day.AddDays(1))
        {
            var plan = await bench.PlanAsync($"{day:yyyy-MM-dd}");
            if (plan.Notices.Any(n => n.Recipient == recipient && n.Intended.Any(i => i.Obligation == Iso)))
            {
                reminded.Add(day);
            }

            named.Add((day, (await TrailAsync(bench, recipient, day, Iso))!.Next));
        }

        Assert.True(reminded.Count > 5);
        Assert.All(named.Where(n => n.Day < reminded[^1]), n => Assert.Equal(reminded.First(day => day > n.Day), n.Next));
    }

    [Fact]
    public async Task It_says_who_else_has_it_and_when_it_came_before()
    {
        await using var bench = await CreateAsync();
        foreach (var day in (string[])["2023-04-03", "2023-04-05"])
        {
            await bench.PlanAsync(day);
            await using var db = bench.Get<IDbContextFactory<BotContext>>().CreateDbContext();
            await db.Deliveries.ExecuteUpdateAsync(row => row.SetProperty(d => d.State, DeliveryState.Delivered));
        }

        var official = (await TrailAsync(bench, Official, Day("2023-04-05")))!;
        var inspector = (await TrailAsync(bench, Inspector, Day("2023-04-05")))!;

        // The first of them came late: for the step of 29 March, on the day on which planning began.
        Assert.Equal([Day("2023-04-03")], official.Days);
        Assert.Equal((0, true, false), (official.Officials.Count, official.Inspectors, official.Channel));
        Assert.Equal([Day("2023-04-03")], inspector.Days);
        Assert.Equal((1, false, false), (inspector.Officials.Count, inspector.Inspectors, inspector.Channel));
    }

    [Fact]
    public async Task Nothing_is_said_to_come_while_an_inspector_must_decide_and_a_wish_to_be_reminded_later_counts()
    {
        await using var bench = await CreateAsync();
        await bench.PlanAsync("2023-04-03");
        await bench.HappensAsync(Plan, "2023-04-03", ObligationStep.Snoozed, "official.syt@example.org", "2023-04-04");
        Assert.Equal(Day("2023-04-04"), (await TrailAsync(bench, Official, Day("2023-04-03")))!.Next);
        Assert.Equal(Day("2023-04-05"), (await TrailAsync(bench, Inspector, Day("2023-04-03")))!.Next);

        await bench.HappensAsync(Plan, "2023-04-03", ObligationStep.Marked, "official.syt@example.org");
        Assert.Null(await TrailAsync(bench, Official, Day("2023-04-03")));
    }

    private static async Task<ReminderTrail?> TrailAsync(PlanningBench bench, string recipient, DateOnly day, string plan = Plan)
    {
        var reader = bench.Get<ContactBook>().ByUpn(recipient["contact:".Length..])!;
        var view = new CaseView
        {
            Case = await bench.CaseAsync(plan, $"{day:yyyy-MM-dd}"),
            Reader = reader,
            People = new Dictionary<string, Contact>(),
            Occasion = new Occasion(day, "overdue"),
        };
        return await bench.Trails.FindAsync(view, day, toInspectors: false, CancellationToken.None);
    }
}
