using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Bot.Clocks;
using Bot.Delivery.Outgoing;
using Bot.Indicators;
using Bot.Reminders.Digest;
using Bot.Reminders.Planning;
using Bot.Store.Catalogues;
using Bot.Store.Notices;

namespace Bot.Commands;

/// <summary>
/// <c>remind [--date yyyy-MM-dd] [--dry-run | --days n]</c>: plans a day's reminders and sends them at once, whatever the hour, because a
/// person asks for it. Twice for one day sends nothing twice.
/// </summary>
internal static class RemindCommand
{
    private const int MostDays = 366;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static Command Create()
    {
        var date = new Option<DateOnly?>("--date") { Description = "The day, as 2023-04-03; today without it", CustomParser = Day };
        var dryRun = new Option<bool>("--dry-run") { Description = "Print what would go out and write nothing" };
        var days = new Option<int>("--days")
        {
            Description = "Print what would go out on so many days from then on under today's data, and write nothing",
            CustomParser = Days,
        };
        var language = new LanguageOption("The language of what is printed", Language.Vietnamese);
        var command = new Command("remind", CommandStrings.Remind) { date, dryRun, days, language };
        command.SetAction(
            (parsed, cancellationToken) =>
                RunAsync(parsed.GetValue(date), parsed.GetValue(dryRun), parsed.GetValue(days), language.Of(parsed), cancellationToken)
        );
        return command;
    }

    private static async Task<int> RunAsync(DateOnly? date, bool dryRun, int days, Language language, CancellationToken cancellationToken)
    {
        await using var host = await TerminalHost.StartAsync(cancellationToken);
        var first = date ?? host.Get<TimeProvider>().Today;
        var text = new RemindText(host.Get<CatalogueCache>().Current, language);
        if (!dryRun && days == 0)
        {
            var plan = await host.Get<ReminderPlanner>().PlanAsync(first, atOnce: true, cancellationToken);
            await host.Get<NoticeDispatch>().SettleAsync([.. plan.Notices.Select(n => n.Key)], Patience, cancellationToken);
            var keys = plan.Notices.SelectMany(n => n.Intended).Select(i => i.Key);
            await Console.Out.WriteAsync(text.Write(plan, await host.Get<NoticeLedger>().DeliveriesAsync(keys, cancellationToken)));
            return 0;
        }

        await foreach (var plan in host.Get<ReminderPreview>().PlansAsync(first, Math.Max(days, 1), cancellationToken))
        {
            await Console.Out.WriteAsync(text.Preview(plan));
        }

        return 0;
    }

    private static int Days(ArgumentResult result)
    {
        if (
            int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var days)
            && days is >= 1 and <= MostDays
        )
        {
            return days;
        }

        result.AddError($"--days: give a number from 1 to {MostDays}.");
        return 0;
    }

    private static DateOnly? Day(ArgumentResult result)
    {
        // The years of the tables' periods.
        if (
            DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is >= 1900 and <= 2200
        )
        {
            return day;
        }

        result.AddError($"--date: '{result.Tokens[0].Value}' is no date; write it as 2023-04-03.");
        return null;
    }
}
