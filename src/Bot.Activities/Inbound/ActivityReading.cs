using System.Diagnostics.CodeAnalysis;

namespace Bot.Activities.Inbound;

/// <summary>An activity, or why the bytes are none.</summary>
public readonly record struct ActivityReading
{
    private ActivityReading(Activity? activity, int status, string? fault) => (Activity, Status, Fault) = (activity, status, fault);

    /// <summary>The activity; null when there is a fault.</summary>
    public Activity? Activity { get; }

    /// <summary>The HTTP status that fits: 200, or 400, 413 or 415.</summary>
    public int Status { get; }

    /// <summary>What is wrong and where, for the caller; null when nothing is.</summary>
    public string? Fault { get; }

    /// <summary>Whether there is an activity.</summary>
    [MemberNotNullWhen(true, nameof(Activity))]
    [MemberNotNullWhen(false, nameof(Fault))]
    public bool IsActivity => Activity is not null;

    internal static ActivityReading Of(Activity activity) => new(activity, 200, null);

    internal static ActivityReading Refused(int status, string fault) => new(null, status, fault);
}
