using System.Globalization;
using FsCheck.Xunit;

namespace Bot.Tests.Understanding.Generated;

/// <summary>
/// A property over made-up cities. It draws the same questions at each run, so that a run tells what a change has broken; with
/// <c>BOT_SWEEP=20000</c> in the environment it draws so many others, which is how new faults are looked for.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SweepAttribute : PropertyAttribute
{
    /// <summary>So many questions a run.</summary>
    public SweepAttribute(int draws)
    {
        if (int.TryParse(Environment.GetEnvironmentVariable("BOT_SWEEP"), CultureInfo.InvariantCulture, out var more))
        {
            MaxTest = more;
        }
        else
        {
            MaxTest = draws;
            Replay = "(7083608232635768297,4883493166999270405)";
        }
    }
}
