using System.Data;
using System.Data.Common;
using Bot.Store;
using Bot.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace Bot.Delivery.Outgoing;

/// <summary>
/// What the dispatcher writes for each message, on one kept connection and prepared once: at some thousand messages a second the preparing
/// would be most of the work. One caller at a time.
/// </summary>
internal sealed class OutboxStatements(IDbContextFactory<BotContext> store, LeaseOwner owner, DeliveryClock time)
{
    // A notice may wait for days until its moment comes, and is planned by a clock that may be fixed: it is given up so long after its first
    // attempt.
    private const string LeaseText = """
        UPDATE outbox SET "LeasedBy" = @owner, "LeasedUntil" = @until, "Attempts" = "Attempts" + 1,
            "EnqueuedAt" = CASE WHEN "Kind" <> '' AND "Attempts" = 0 THEN @now ELSE "EnqueuedAt" END
        WHERE "Id" = @id AND "State" = 'Due' AND ("LeasedUntil" IS NULL OR "LeasedUntil" < @now)
        """;

    // A process that stood still until others took its messages over must not undo what they did.
    private const string SettleText = """
        UPDATE outbox SET "State" = @state, "LastError" = @reason, "SentActivityId" = @sent, "ServiceUrl" = @address,
            "ConversationId" = @conversation, "DueAt" = @due, "EnqueuedAt" = @enqueued, "LeasedBy" = NULL, "LeasedUntil" = @until
        WHERE "Id" = @id AND "State" = 'Due' AND "LeasedBy" = @owner
        """;

    private const string AccountText = """
        UPDATE deliveries SET "State" = @state, "Reason" = @reason, "At" = @now WHERE "OutboxId" = @id AND "State" = 'Planned'
        """;

    private BotContext? _db;
    private DbCommand _lease = null!;
    private DbCommand _settle = null!;
    private DbCommand _account = null!;

    /// <summary>
    /// Takes the messages for this process, and writes down that they are tried; of two processes that ask, one gets a message.
    /// </summary>
    /// <returns>Those that it got.</returns>
    public async Task<List<OutboxMessage>> LeaseAsync(List<OutboxMessage> wanted)
    {
        List<OutboxMessage> got = [];
        if (wanted.Count == 0)
        {
            return got;
        }
        var now = time.Clock.GetUtcNow();
        await RunAsync(async () =>
        {
            Set(_lease, ("@owner", owner.Name), ("@until", (now + time.Options.LeaseTime).UtcTicks), ("@now", now.UtcTicks));
            foreach (var message in wanted)
            {
                Set(_lease, ("@id", message.Id));
                if (await _lease.ExecuteNonQueryAsync() == 1)
                {
                    got.Add(message);
                }
            }
        });
        foreach (var message in got)
        {
            message.EnqueuedAt = message is { Kind.Length: > 0, Attempts: 0 } ? now : message.EnqueuedAt;
            message.Attempts++;
        }
        return got;
    }

    /// <summary>Writes down how attempts ended: the messages' state and that of the deliveries that they account for, all or none.</summary>
    public async Task SettleAsync(IReadOnlyList<Booking> ended)
    {
        var now = time.Clock.GetUtcNow();
        await RunAsync(async () =>
        {
            foreach (var booking in ended)
            {
                Set(
                    _settle,
                    ("@id", booking.Message.Id),
                    ("@owner", owner.Name),
                    ("@state", booking.State),
                    ("@reason", booking.Reason),
                    ("@sent", booking.ActivityId),
                    ("@address", booking.ServiceUrl),
                    ("@conversation", booking.ConversationId),
                    ("@due", booking.DueAt.UtcTicks),
                    ("@enqueued", booking.EnqueuedAt.UtcTicks),
                    ("@until", booking.Wait is { } wait ? (now + wait).UtcTicks : null)
                );
                if (await _settle.ExecuteNonQueryAsync() == 1 && booking.Delivery is { } state)
                {
                    Set(
                        _account,
                        ("@id", booking.Message.Id),
                        ("@state", state.ToString()),
                        ("@reason", booking.Reason ?? ""),
                        ("@now", now.UtcTicks)
                    );
                    await _account.ExecuteNonQueryAsync();
                }
            }
        });
    }

    /// <summary>Gives the connection back; the next call takes another.</summary>
    public async Task CloseAsync()
    {
        if (_db is not { } db)
        {
            return;
        }
        _db = null;
        await _lease.DisposeAsync();
        await _settle.DisposeAsync();
        await _account.DisposeAsync();
        await db.DisposeAsync();
    }

    private async Task RunAsync(Func<Task> work)
    {
        try
        {
            var connection = await OpenAsync();
            await using var transaction = await connection.BeginTransactionAsync();
            (_lease.Transaction, _settle.Transaction, _account.Transaction) = (transaction, transaction, transaction);
            await work();
            await transaction.CommitAsync();
        }
        catch
        {
            // A broken connection is not kept.
            await CloseAsync();
            throw;
        }
    }

    private async Task<DbConnection> OpenAsync()
    {
        if (_db is { } open)
        {
            return open.Database.GetDbConnection();
        }
        var db = await store.CreateDbContextAsync();
        // Through the context, which brings the settings of a connection along.
        await db.Database.OpenConnectionAsync();
        var connection = db.Database.GetDbConnection();
        _lease = await PrepareAsync(
            connection,
            LeaseText,
            ("@id", DbType.Int64),
            ("@owner", DbType.String),
            Ticks("@until"),
            Ticks("@now")
        );
        _settle = await PrepareAsync(
            connection,
            SettleText,
            ("@id", DbType.Int64),
            ("@owner", DbType.String),
            ("@state", DbType.String),
            ("@reason", DbType.String),
            ("@sent", DbType.String),
            ("@address", DbType.String),
            ("@conversation", DbType.String),
            Ticks("@due"),
            Ticks("@enqueued"),
            Ticks("@until")
        );
        _account = await PrepareAsync(
            connection,
            AccountText,
            ("@id", DbType.Int64),
            ("@state", DbType.String),
            ("@reason", DbType.String),
            Ticks("@now")
        );
        _db = db;
        return connection;
    }

    private static async Task<DbCommand> PrepareAsync(DbConnection connection, string text, params (string Name, DbType Type)[] parameters)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts above.
        command.CommandText = text;
#pragma warning restore CA2100
        foreach (var (name, type) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.DbType, parameter.Value) = (name, type, DBNull.Value);
            command.Parameters.Add(parameter);
        }
        await command.PrepareAsync();
        return command;
    }

    private static (string, DbType) Ticks(string name) => (name, DbType.Int64);

    private static void Set(DbCommand command, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        foreach (var (name, value) in values)
        {
            command.Parameters[name].Value = value ?? DBNull.Value;
        }
    }
}
