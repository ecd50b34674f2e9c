using System.Diagnostics;
using System.Globalization;

namespace Bot.Benchmarks.Dispatch;

/// <summary>How fast messages went out.</summary>
/// <param name="Rate">Messages a second.</param>
/// <param name="Processor">Microseconds of the processors for each message, those of the connector in the same process included.</param>
internal readonly record struct Speed(double Rate, double Processor)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Rate:0}/s ({Processor:0} µs of processor each)");
}

/// <summary>Measures a <see cref="Speed"/> from its start on.</summary>
internal readonly record struct SpeedClock(long Begun, TimeSpan Processor)
{
    public static SpeedClock Start() => new(Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);

    public Speed Of(int messages) =>
        new(
            messages / Stopwatch.GetElapsedTime(Begun).TotalSeconds,
            (Environment.CpuUsage.TotalTime - Processor).TotalMicroseconds / messages
        );
}
