using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
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
    private const int MaxLoaded = 200_000;
    private const int MaxUnwritten = 200_000;
    private static readonly TimeSpan Batch = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Sweep = TimeSpan.FromMinutes(5);

    private readonly AnsweredKeys _keys = new(time.Clock, time.Options.RememberAnswered, time.Options.MaxRemembered);
    private readonly ConcurrentQueue<(UInt128 Key, DateTimeOffset At)> _unwritten = new();
    private long _swept = time.Clock.GetTimestamp();

    public static string Column(UInt128 key) => key.ToString("x32", CultureInfo.InvariantCulture);

    public bool Contains(ActivityKey key) => key.Repeats && _keys.Contains(key.Hash);

    public void Add(ActivityKey key)
    {
        if (key.Repeats)
        {
            _keys.Add(key.Hash);
            _unwritten.Enqueue((key.Hash, time.Clock.GetUtcNow()));
        }
    }

    /// <summary>Remembers what earlier processes answered.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var since = time.Clock.GetUtcNow() - time.Options.RememberAnswered;
        await using var db = await store.CreateDbContextAsync(cancellationToken);
        var keys = await db
            .Answered.Where(row => row.AnsweredAt >= since)
            .OrderByDescending(static row => row.AnsweredAt)
            .Select(static row => row.Key)
            .Take(MaxLoaded)
            .ToListAsync(cancellationToken);
        foreach (var key in keys)
        {
            if (UInt128.TryParse(key, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var hash))
            {
                _keys.Add(hash);
            }
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await WriteAsync();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Batch, time.Clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await WriteAsync();
                await SweepAsync();
            }
        }
        catch (OperationCanceledException) { }
    }

    private async Task WriteAsync()
    {
        var count = _unwritten.Count;
        if (count == 0)
        {
            return;
        }
        try
        {
            await InsertAsync(_unwritten.Take(count));
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

    // Hundreds of keys every tenth of a second under load: one prepared statement costs a fraction of tracked entities.
    private async Task InsertAsync(IEnumerable<(UInt128 Key, DateTimeOffset At)> answered)
    {
        await using var db = await store.CreateDbContextAsync();
        var table = db.Model.FindEntityType(typeof(AnsweredActivity))!;
        var key = table.FindProperty(nameof(AnsweredActivity.Key))!;
        var at = table.FindProperty(nameof(AnsweredActivity.AnsweredAt))!;
        await db.Database.OpenConnectionAsync();
        var connection = db.Database.GetDbConnection();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var insert = connection.CreateCommand();
        insert.Transaction = transaction;
#pragma warning disable CA2100 // Names of the model alone.
        insert.CommandText =
            $"""INSERT INTO "{table.GetTableName()}" ("{key.GetColumnName()}", "{at.GetColumnName()}") VALUES (@key, @at) ON CONFLICT DO NOTHING""";
#pragma warning restore CA2100
        var (keyValue, atValue) = (Parameter(insert, "@key"), Parameter(insert, "@at"));
        foreach (var (hash, instant) in answered)
        {
            keyValue.Value = Column(hash);
            atValue.Value = at.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(instant) : instant;
            await insert.ExecuteNonQueryAsync();
        }
        await transaction.CommitAsync();
    }

    private static DbParameter Parameter(DbCommand command, string name)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        command.Parameters.Add(parameter);
        return parameter;
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
