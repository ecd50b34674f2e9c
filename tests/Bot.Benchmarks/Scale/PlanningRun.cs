using System.Diagnostics;
using System.Globalization;
using System.Text;
using Bot.Delivery.Outgoing;
using Bot.Reminders.Planning;
using Bot.Store.Notices;
using Bot.Store.Tables;
using Bot.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Benchmarks.Scale;

/// <summary>Plans 100,000 recorded obligations of 2,000 units on a SQLite file: the first day, on which all that is late is told, and an ordinary one.</summary>
internal static class PlanningRun
{
    private const int Units = 2000;
    private const int TypesOfEach = 50;

    public static async Task<int> RunAsync()
    {
        await using var store = await TestStore.CreateAsync("none");
        var report = await store.ImportAsync(Files());
        if (report.Errors.Count > 0)
        {
            throw new InvalidDataException(report.Errors[0].ToString());
        }

        await using var services = Services(store);
        var planner = services.GetRequiredService<ReminderPlanner>();
        foreach (var day in new DateOnly[] { new(2023, 4, 3), new(2023, 4, 3), new(2023, 4, 4), new(2023, 4, 5) })
        {
            var clock = Stopwatch.StartNew();
            var plan = await planner.PlanAsync(day, atOnce: true, CancellationToken.None);
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{day:yyyy-MM-dd}: {clock.Elapsed.TotalSeconds:0.00} s, {plan.Notices.Sum(n => n.Intended.Count)} reminders in {plan.Notices.Count} cards, {plan.Opened.Count} obligations opened"
                )
            );
        }

        var rows = await services.GetRequiredService<NoticeLedger>().DeliveriesAsync(CancellationToken.None);
        Console.WriteLine($"{rows.Count} deliveries, {rows.DistinctBy(row => row.Key).Count()} different");
        return 0;
    }

    private static List<ImportFile> Files()
    {
        var units = new StringBuilder("code,kind,name_vi\n");
        var types = new StringBuilder("code,name_vi,owed_by,frequency,deadline\n");
        var contacts = new StringBuilder("upn,aad_object_id,name,role,org_unit,language\n");
        var obligations = new StringBuilder("org_unit,type,period,deadline,status\n");
        for (var type = 0; type < TypesOfEach; type++)
        {
            types.AppendLine(CultureInfo.InvariantCulture, $"T{type},Plan {type},kind:department,year,");
        }

        for (var inspector = 0; inspector < 5; inspector++)
        {
            contacts.AppendLine(CultureInfo.InvariantCulture, $"inspector{inspector}@example.org,,Inspector {inspector},inspector,,vi");
        }

        for (var unit = 0; unit < Units; unit++)
        {
            units.AppendLine(CultureInfo.InvariantCulture, $"U{unit},department,Unit {unit}");
            contacts.AppendLine(CultureInfo.InvariantCulture, $"official{unit}@example.org,,Official {unit},official,U{unit},vi");
            for (var type = 0; type < TypesOfEach; type++)
            {
                // Deadlines all over the year; a tenth of what is past was not issued.
                var deadline = new DateOnly(2023, 1, 1).AddDays((unit * 7 + type * 13) % 365);
                var status = deadline < new DateOnly(2023, 4, 3) && (unit + type) % 10 > 0 ? "issued" : "";
                obligations.AppendLine(CultureInfo.InvariantCulture, $"U{unit},T{type},2023,{deadline:yyyy-MM-dd},{status}");
            }
        }

        return [File("org-units", units), File("obligation-types", types), File("contacts", contacts), File("obligations", obligations)];
    }

    private static ImportFile File(string table, StringBuilder rows) => new($"{table}.csv", Encoding.UTF8.GetBytes(rows.ToString()));

    private static ServiceProvider Services(TestStore store)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?> { ["ConnectionStrings:Store"] = $"Data Source={store.File}", ["Store:Seed"] = "none" }
            )
            .Build();
        return new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton<TimeProvider>(store.Clock)
            .AddIndicatorStore(configuration)
            .AddSingleton<DispatchSignal>()
            .AddReminders()
            .BuildServiceProvider();
    }
}
