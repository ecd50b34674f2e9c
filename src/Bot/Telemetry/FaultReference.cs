using System.Security.Cryptography;

namespace Bot.Telemetry;

/// <summary>What a person is told of a fault of ours, and under which the log has it: short enough to be read out.</summary>
internal static class FaultReference
{
    /// <summary>A new one, for instance <c>1F2E-3D4C</c>.</summary>
    public static string New() => Convert.ToHexString(RandomNumberGenerator.GetBytes(4)).Insert(4, "-");
}
