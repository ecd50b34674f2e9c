using System.Diagnostics;
using System.Globalization;

namespace Bot.Delivery.Outgoing;

/// <summary>This process's name on leases: machine, process id and a part that no other process has.</summary>
internal sealed class LeaseOwner
{
    private static readonly string Machine = Environment.MachineName;

    public LeaseOwner(DeliveryClock time) =>
        Name = string.Create(
            CultureInfo.InvariantCulture,
            $"{Machine}/{Environment.ProcessId}/{Guid.CreateVersion7(time.Clock.GetUtcNow()):n}"
        );

    public string Name { get; }

    /// <summary>Whether the owner was a process of this machine that has ended; unknown forms and other machines are left alone.</summary>
    public bool IsGone(string owner)
    {
        var parts = owner.Split('/');
        if (owner == Name || parts.Length != 3 || parts[0] != Machine || !int.TryParse(parts[1], CultureInfo.InvariantCulture, out var id))
        {
            return false;
        }
        if (id == Environment.ProcessId)
        {
            // Same id, other name: an earlier process whose id this one was given, as in a container.
            return true;
        }
        try
        {
            using var process = Process.GetProcessById(id);
            return process.HasExited;
        }
        catch (ArgumentException)
        {
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
