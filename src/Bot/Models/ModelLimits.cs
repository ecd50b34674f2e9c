namespace Bot.Models;

/// <summary>How long the model may take and when it is left alone: a turn has some ten seconds before the channel gives up on it.</summary>
internal sealed record ModelLimits
{
    /// <summary>The whole of one call, with its second try.</summary>
    public TimeSpan Whole { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>What a second try needs: a wait that the service asks for and that leaves less is not waited for.</summary>
    public TimeSpan Try { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The wait before the second try where the service names none.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromMilliseconds(300);

    /// <summary>So many failures …</summary>
    public int Failures { get; init; } = 5;

    /// <summary>… within this time …</summary>
    public TimeSpan Within { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>… and it is not asked for that long.</summary>
    public TimeSpan Rest { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest answer that is read.</summary>
    public int MostBytes { get; init; } = 256 * 1024;
}
