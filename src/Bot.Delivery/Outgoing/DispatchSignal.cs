using System.Threading.Channels;

namespace Bot.Delivery.Outgoing;

/// <summary>Wakes the dispatcher; several calls before it looks are one.</summary>
public sealed class DispatchSignal
{
    private readonly Channel<bool> _signal = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    /// <summary>Looks at once; never waits.</summary>
    public void Wake() => _signal.Writer.TryWrite(true);

    internal ValueTask<bool> WaitAsync() => _signal.Reader.ReadAsync();
}
