namespace Bot.Store;

/// <summary>Writes what memory has gathered, now and then, one write at a time, and once more at the end.</summary>
internal sealed class WriteBehind : IAsyncDisposable
{
    private readonly Func<bool> _isIdle;
    private readonly Func<Task> _write;
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly ITimer _timer;

    /// <param name="clock">The clock.</param>
    /// <param name="every">How often.</param>
    /// <param name="isIdle">Whether there is nothing to write.</param>
    /// <param name="write">Writes it.</param>
    public WriteBehind(TimeProvider clock, TimeSpan every, Func<bool> isIdle, Func<Task> write)
    {
        (_isIdle, _write) = (isIdle, write);
        // A tick that finds a write going on has nothing to do: the next one is soon.
        _timer = clock.CreateTimer(_ => _ = FlushAsync(TimeSpan.Zero), null, every, every);
    }

    /// <summary>Writes what there is, after a write that is going on.</summary>
    public Task FlushAsync() => FlushAsync(Timeout.InfiniteTimeSpan);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _timer.DisposeAsync();
        // A write that is going on may fail and leave to the next one what it could not write.
        await _writing.WaitAsync();
        if (!_isIdle())
        {
            await _write();
        }

        _writing.Dispose();
    }

    private async Task FlushAsync(TimeSpan patience)
    {
        if (_isIdle() || !await _writing.WaitAsync(patience))
        {
            return;
        }

        try
        {
            await _write();
        }
        finally
        {
            _writing.Release();
        }
    }
}
