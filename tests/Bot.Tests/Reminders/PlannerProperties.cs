using System.Globalization;
using Bot.Indicators.Obligations;
using Bot.Reminders.Policies;
using Bot.Store.Rows;

namespace Bot.Tests.Reminders;

/// <summary>
/// Made-up ladders over made-up calendars of 2022 to 2027, planned day by day on a real store, sometimes twice and sometimes not at all, while
/// the work is done on some day: nobody is reminded on a day off, after it is done, of the same twice, or out of the ladder's order.
/// </summary>
public sealed class PlannerProperties
{
    private const int Plans = 6;
    private const int Days = 110;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task None_on_a_day_off_none_after_done_none_twice_and_in_order(int seed)
    {
        var random = new Random(seed);
        var start = MadeUp.Day(random.Next());
        var folder = Directory.CreateTempSubdirectory("bot-ladders-");
        await using var bench = await PlanningBench.CreateAsync(await PolicyAsync(folder, MadeUp.Ladder(seed + 100)));
        await bench.Store.ImportAsync("holidays.csv", Holidays(start, random));
        var doneOn = new Dictionary<string, DateOnly>(StringComparer.Ordinal);
        var rows = "org_unit,type,period,deadline,status\n";
        for (var plan = 0; plan < Plans; plan++)
        {
            var unit = plan % 2 == 0 ? "SYT" : "SGTVT";
            rows += Line($"{unit},reform-plan,{2030 + plan},{start.AddDays(random.Next(20, 60)):yyyy-MM-dd},missing");
            doneOn[$"{unit}|reform-plan|{2030 + plan}"] = start.AddDays(random.Next(10, Days));
        }

        await bench.Store.ImportAsync("obligations.csv", rows);
        for (var day = start; day < start.AddDays(Days); day = day.AddDays(1))
        {
            foreach (var (plan, _) in doneOn.Where(done => done.Value == day))
            {
                await bench.HappensAsync(plan, Text(day), ObligationStep.Marked, "official.syt@example.org");
                await bench.HappensAsync(plan, Text(day), ObligationStep.Confirmed, "inspector@example.org");
            }

            for (var times = random.Next(3); times > 0; times--)
            {
                await bench.PlanAsync(Text(day));
            }
        }

        var calendar = bench.Store.Catalogue.Calendar;
        var steps = bench.Policies.Current.Ladders[0].Steps.Select(step => step.Code).ToList();
        var reminders = (await bench.DeliveriesAsync()).Where(delivery => delivery.Kind == "reminder").ToList();
        Assert.NotEmpty(reminders);
        Assert.Contains(reminders, delivery => steps.IndexOf(delivery.Step) > 0 || steps.Count == 1);
        Assert.All(reminders, delivery => Assert.True(calendar.IsWorkingDay(delivery.Occurrence), delivery.Key));
        Assert.All(reminders, delivery => Assert.True(calendar.IsWorkingDay(Local(delivery.PlannedAt)), delivery.Key));
        Assert.All(reminders, delivery => Assert.True(Local(delivery.PlannedAt) < DoneOn(delivery), delivery.Key));
        foreach (var one in reminders.GroupBy(delivery => (delivery.Obligation, delivery.Recipient)))
        {
            List<DateOnly> fell = [.. one.OrderBy(delivery => delivery.PlannedAt).Select(delivery => delivery.Occurrence)];
            Assert.Equal(fell.Distinct().Order(), fell);
        }

        folder.Delete(recursive: true);

        // What falls due by its type's rule meanwhile is never done.
        DateOnly DoneOn(DeliveryRow delivery) => doneOn.GetValueOrDefault(delivery.Obligation, DateOnly.MaxValue);
    }

    // Decisions about days off come late: of the days ahead some are turned over again and again while the ladders run.
    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(14)]
    public async Task None_twice_though_the_calendar_changes_meanwhile(int seed)
    {
        var random = new Random(seed);
        var start = MadeUp.Day(random.Next()) is var day && day.Year < 2024 ? day.AddYears(2) : day;
        var folder = Directory.CreateTempSubdirectory("bot-ladders-");
        var ladder = MadeUp.Ladder(seed + 100);
        ladder = ladder with { Steps = [.. ladder.Steps.Select(step => step with { RepeatEvery = null })] };
        await using var bench = await PlanningBench.CreateAsync(await PolicyAsync(folder, ladder));
        await bench.Store.ImportAsync("holidays.csv", Holidays(start, random));
        await bench.Store.ImportAsync(
            "obligations.csv",
            "org_unit,type,period,deadline,status\n"
                + string.Concat(
                    Enumerable
                        .Range(0, Plans)
                        .Select(plan => Line($"SYT,reform-plan,{2030 + plan},{start.AddDays(random.Next(20, 60)):yyyy-MM-dd},missing"))
                )
        );
        for (day = start; day < start.AddDays(Days); day = day.AddDays(1))
        {
            if (random.Next(7) == 0)
            {
                await bench.Store.ImportAsync("holidays.csv", Holidays(day.AddDays(1), random));
            }

            await bench.PlanAsync(Text(day));
        }

        var reminders = (await bench.DeliveriesAsync()).Where(delivery => delivery.Kind == "reminder").ToList();
        Assert.NotEmpty(reminders);
        Assert.All(reminders.GroupBy(delivery => (delivery.Obligation, delivery.Step, delivery.Recipient)), one => Assert.Single(one));
        folder.Delete(recursive: true);
    }

    private static DateOnly Local(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(TimeSpan.FromHours(7)).DateTime);

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Line(FormattableString line) => FormattableString.Invariant(line) + "\n";

    // A fifth of the days is the other way round than the weekday says.
    private static string Holidays(DateOnly start, Random random) =>
        "date,name_vi,name_en,working_day\n"
        + string.Concat(
            Enumerable
                .Range(0, Days)
                .Select(start.AddDays)
                .Where(_ => random.Next(5) == 0)
                .Select(day => Line($"{day:yyyy-MM-dd},x,x,{(day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? "true" : "false")}"))
        );

    private static async Task<string> PolicyAsync(DirectoryInfo folder, Ladder ladder)
    {
        var file = Path.Combine(folder.FullName, "ladders.json");
        await File.WriteAllTextAsync(
            file,
            $$"""
            {
              "sendFrom": "00:00", "sendUntil": "23:59", "cardsPerDay": 50, "digestOn": "monday",
              "ladders": [{{LadderText.Write(ladder with { Types = ["reform-plan"] })}}]
            }
            """
        );
        return file;
    }
}
