using Bot.Indicators.Periods;
using Microsoft.Extensions.Options;
using Quartz;

namespace Bot.Reminders.Scheduling;

/// <summary>The cron expression of <c>Reminders:Cron</c>: five fields as on Unix, or six or seven as in Quartz.</summary>
internal static class PlanningCron
{
    /// <exception cref="OptionsValidationException">The text is no cron expression.</exception>
    public static CronExpression Read(string text)
    {
        var format = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length == 5 ? CronFormat.Unix : CronFormat.Quartz;
        return CronExpression.TryParse(text, format, out var cron)
            ? cron.WithTimeZone(CityDay.Zone)
            : throw new OptionsValidationException(
                "Reminders",
                typeof(RemindersOptions),
                [
                    $"Reminders__Cron: '{text}' is no cron expression; write it as '0 0 8 * * ?' (every day at 08:00, days off are passed over).",
                ]
            );
    }
}
