using System.Globalization;

namespace Bot.Clocks;

/// <summary>Registers the clock; <c>Clock:Today</c> counts in Development only.</summary>
internal static class ClockRegistration
{
    public static void AddClock(this IHostApplicationBuilder builder)
    {
        var today = builder.Configuration["Clock:Today"];
        if (string.IsNullOrEmpty(today) || !builder.Environment.IsDevelopment())
        {
            builder.Services.AddSingleton(TimeProvider.System);
            return;
        }

        if (!DateOnly.TryParseExact(today, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            throw new StartRefusedException($"Clock__Today: '{today}' is no date; write it as 2023-04-03.");
        }

        builder.Services.AddSingleton<TimeProvider>(new FixedDayClock(day, TimeProvider.System));
    }
}
