using Microsoft.Extensions.Logging;

namespace Bot.Reminders;

internal static partial class Log
{
    [LoggerMessage(
        501,
        LogLevel.Information,
        "Planned for {Day:yyyy-MM-dd}: {Intended} reminders, {Opened} obligations opened, {Held} held, {Unheard} unheard"
    )]
    public static partial void Planned(ILogger logger, DateOnly day, int intended, int opened, int held, int unheard);

    [LoggerMessage(502, LogLevel.Error, "The changed policy is not taken, the one before stays in force: {Problem}")]
    public static partial void PolicyKept(ILogger logger, string problem);

    [LoggerMessage(
        503,
        LogLevel.Error,
        "Reminders of {Day:yyyy-MM-dd} were not planned though their hour has passed; the administrators are told"
    )]
    public static partial void PlanningMissed(ILogger logger, DateOnly day);

    [LoggerMessage(504, LogLevel.Error, "The schedule of reminders could not be started; it is tried again")]
    public static partial void ScheduleNotStarted(ILogger logger, Exception exception);

    [LoggerMessage(505, LogLevel.Error, "The watchdog of reminders could not look; it tries again")]
    public static partial void WatchdogBlind(ILogger logger, Exception exception);

    [LoggerMessage(506, LogLevel.Information, "Reminders are planned by {Cron} in the city's time, next at {Next}")]
    public static partial void Scheduled(ILogger logger, string cron, DateTimeOffset? next);

    [LoggerMessage(507, LogLevel.Information, "The hour {Hour:O} is planned")]
    public static partial void HourPlanned(ILogger logger, DateTimeOffset? hour);

    [LoggerMessage(
        509,
        LogLevel.Warning,
        "The working calendar lacks public holidays of {Years}: reminders may fall on days off. Import holidays.csv with the days that were decided"
    )]
    public static partial void CalendarIncomplete(ILogger logger, string years);

    [LoggerMessage(508, LogLevel.Error, "Reminders could not be planned; it is tried again in {Pause}")]
    public static partial void PlanningFailed(ILogger logger, TimeSpan pause, Exception exception);
}
