using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Bot.Store;
using Bot.Store.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Delivery.Incoming;

/// <summary>
/// The ids of answered activities: in memory for the turn, and written behind it in batches, so that a delivery repeated after a restart
/// is known too. What a crash loses of the last batch was told 2xx already and does not come again.
/// </summary>
internal sealed class AnsweredActivities(IDbContextFactory<BotContext> store, DeliveryClock time, ILogger<AnsweredActivities> logger)
    : BackgroundService
{
    private const int MaxUnwritten = 200_000;
    private static readonly TimeSpan Batch = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Sweep = TimeSpan.FromMinutes(5);

    private readonly AnsweredKeys _keys = new(time.Clock, time.Options.RememberAnswered, time.Options.MaxRemembered);
    private readonly ConcurrentQueue<UInt128> _unwritten = new();
    private long _swept = time.Clock.GetTimestamp();
    private long _last;
    private long _lastBefore;

    /// <summary>A row that remembers some keys.</summary>
    public static AnsweredBatch Row(ReadOnlySpan<UInt128> keys, DateTimeOffset at) =>
        new() { Keys = MemoryMarshal.AsBytes(keys).ToArray(), AnsweredAt = at };

    public bool Contains(ActivityKey key) => key.Repeats && _keys.Contains(key.Hash);

    public void Add(ActivityKey key)
    {
        if (key.Repeats)
        {
            _keys.Add(key.Hash);
            _unwritten.Enqueue(key.Hash);
        }
    }

    /// <summary>
    /// Remembers what other processes answered since the look before the last one: a batch whose number was given out and that was not
    /// committed yet is met by the next look.
    /// </summary>
    public async Task LookAsync(CancellationToken cancellationToken) =>
        (_lastBefore, _last) = (_last, Math.Max(_last, await LoadAsync(cancellationToken)));

    /// <summary>Remembers what other processes answered, at first all of them lately; the number of the last batch.</summary>
    public async Task<long> LoadAsync(CancellationToken cancellationToken)
    {
        var last = 0L;
        var after = _lastBefore;
        var since = time.Clock.GetUtcNow() - time.Options.RememberAnswered;
        await using var db = await store.CreateDbContextAsync(cancellationToken);
        var batches = db
            .Answered.AsNoTracking()
            .Where(batch => batch.Id > after && batch.AnsweredAt >= since)
            .OrderBy(static batch => batch.Id)
            .AsAsyncEnumerable();
        await foreach (var batch in batches.WithCancellation(cancellationToken))
        {
            foreach (var key in MemoryMarshal.Cast<byte, UInt128>(batch.Keys))
            {
                _keys.Add(key);
            }
            last = batch.Id;
        }
        return last;
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await WriteAsync();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        time.EachAsync(
            Batch,
            async _ =>
            {
                await WriteAsync();
                await SweepAsync();
            },
            stoppingToken
        );

    private async Task WriteAsync()
    {
        var count = _unwritten.Count;
        if (count == 0)
        {
            return;
        }
        try
        {
            await using var db = await store.CreateDbContextAsync();
            var batch = Row([.. _unwritten.Take(count)], time.Clock.GetUtcNow());
            // Ten times a second under load: EF's way to the same statement would cost more than the statement.
            await db.Database.ExecuteSqlAsync(
                $"""INSERT INTO answered_batches ("Keys", "AnsweredAt") VALUES ({batch.Keys}, {batch.AnsweredAt.UtcTicks})"""
            );
            Drop(count);
        }
        catch (Exception e)
        {
            Log.AnsweredNotWritten(logger, count, e);
            Drop(count - MaxUnwritten);
        }
    }

    private void Drop(int count)
    {
        while (count-- > 0 && _unwritten.TryDequeue(out _)) { }
    }

    private async Task SweepAsync()
    {
        if (time.Clock.GetElapsedTime(_swept) < Sweep)
        {
            return;
        }
        _swept = time.Clock.GetTimestamp();
        var before = time.Clock.GetUtcNow() - (2 * time.Options.RememberAnswered);
        try
        {
            await using var db = await store.CreateDbContextAsync();
            await db.Answered.Where(row => row.AnsweredAt < before).ExecuteDeleteAsync();
        }
        catch (Exception e)
        {
            Log.AnsweredNotWritten(logger, 0, e);
        }
    }
}
