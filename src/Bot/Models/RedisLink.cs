using StackExchange.Redis;

namespace Bot.Models;

/// <summary>
/// The Redis that instances share, where <c>ConnectionStrings:Redis</c> names one. It only spares work: when it is slow or away every
/// question goes on without it, after a third of a second the first time and at once from then on.
/// </summary>
internal sealed partial class RedisLink(string? connection, TimeProvider clock, ILogger<RedisLink> log) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);

    private readonly Lazy<Task<ConnectionMultiplexer>> _redis = new(() => ConnectionMultiplexer.ConnectAsync(OptionsOf(connection!)));
    private long _failedAt;

    /// <summary>Whether there is one.</summary>
    public bool IsConfigured => !string.IsNullOrEmpty(connection);

    /// <summary>Does something there; the default where there is none, or it does not answer in time.</summary>
    public async ValueTask<T?> TryAsync<T>(Func<IDatabase, Task<T>> use)
    {
        if (!IsConfigured || Volatile.Read(ref _failedAt) is var failed and not 0 && clock.GetElapsedTime(failed) < Rest)
        {
            return default;
        }

        try
        {
            return await UseAsync(use).WaitAsync(Patience, clock);
        }
        catch (Exception e) when (e is RedisException or TimeoutException or ObjectDisposedException)
        {
            Volatile.Write(ref _failedAt, clock.GetTimestamp());
            LogAway(e.Message);
            return default;
        }
    }

    public void Dispose()
    {
        if (_redis is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            _redis.Value.Result.Dispose();
        }
    }

    /// <summary>The connection's options with our patience; throws on a text that is none.</summary>
    public static ConfigurationOptions OptionsOf(string connection)
    {
        var options = ConfigurationOptions.Parse(connection);
        (options.AbortOnConnectFail, options.BacklogPolicy) = (false, BacklogPolicy.FailFast);
        (options.ConnectTimeout, options.AsyncTimeout, options.SyncTimeout) = (300, 300, 300);
        return options;
    }

    private async Task<T> UseAsync<T>(Func<IDatabase, Task<T>> use) => await use((await _redis.Value).GetDatabase());

    [LoggerMessage(122, LogLevel.Warning, "Redis does not answer; going on without it: {Reason}")]
    private partial void LogAway(string reason);
}
