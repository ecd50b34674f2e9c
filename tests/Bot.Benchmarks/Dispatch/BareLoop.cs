using System.Net.Http.Headers;
using Bot.Delivery.Outgoing;
using Microsoft.Data.Sqlite;

namespace Bot.Benchmarks.Dispatch;

/// <summary>
/// What a send costs at least: a loop that posts the bodies, as many on their way at once as the dispatcher has; and a loop that posts one after
/// the other and keeps a row for each of them on a SQLite file, leased before the post and settled after it, sixteen in a transaction.
/// </summary>
internal static class BareLoop
{
    private const int Together = 16;

    public static async Task<Speed> PostAsync(List<byte[]> bodies, string url)
    {
        using var http = new HttpClient();
        var clock = SpeedClock.Start();
        await Parallel.ForEachAsync(
            bodies,
            new ParallelOptions { MaxDegreeOfParallelism = Dispatcher.SideBySide },
            async (body, _) => await PostAsync(http, body, url)
        );
        return clock.Of(bodies.Count);
    }

    public static async Task<Speed> PostAndBookAsync(List<byte[]> bodies, string url)
    {
        var folder = Directory.CreateTempSubdirectory("bot-booked-").FullName;
        try
        {
            await using var db = new SqliteConnection($"Data Source={Path.Combine(folder, "booked.db")};Pooling=False");
            await db.OpenAsync();
            await RunAsync(
                db,
                """
                PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;
                CREATE TABLE messages (id INTEGER PRIMARY KEY, state TEXT, owner TEXT, sent TEXT, payload TEXT);
                """
            );
            await RunAsync(
                db,
                $"""
                WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < {bodies.Count - 1})
                INSERT INTO messages SELECT i, 'Due', NULL, NULL, hex(randomblob(100)) FROM n
                """
            );
            return await PostAndBookAsync(bodies, url, db);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<Speed> PostAndBookAsync(List<byte[]> bodies, string url, SqliteConnection db)
    {
        await using var lease = Prepare(db, "UPDATE messages SET owner = 'me' WHERE id = @id AND state = 'Due' AND owner IS NULL");
        await using var settle = Prepare(db, "UPDATE messages SET state = 'Sent', owner = NULL, sent = 'r-1' WHERE id = @id");
        using var http = new HttpClient();
        var clock = SpeedClock.Start();
        foreach (var ids in Enumerable.Range(0, bodies.Count).Chunk(Together))
        {
            await BookAsync(db, lease, ids);
            foreach (var id in ids)
            {
                await PostAsync(http, bodies[id], url);
            }
            await BookAsync(db, settle, ids);
        }
        return clock.Of(bodies.Count);
    }

    private static async Task PostAsync(HttpClient http, byte[] body, string url)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        using var answer = await http.PostAsync(new Uri($"{url}v3/conversations/c/activities"), content);
        answer.EnsureSuccessStatusCode();
    }

    private static async Task BookAsync(SqliteConnection db, SqliteCommand command, int[] ids)
    {
        await using var transaction = (SqliteTransaction)await db.BeginTransactionAsync();
        command.Transaction = transaction;
        foreach (var id in ids)
        {
            command.Parameters[0].Value = id;
            await command.ExecuteNonQueryAsync();
        }
        await transaction.CommitAsync();
    }

    private static SqliteCommand Prepare(SqliteConnection db, string text)
    {
        var command = db.CreateCommand();
#pragma warning disable CA2100 // The texts above.
        command.CommandText = text;
#pragma warning restore CA2100
        command.Parameters.AddWithValue("@id", 0);
        command.Prepare();
        return command;
    }

    private static async Task RunAsync(SqliteConnection db, string text)
    {
        await using var command = db.CreateCommand();
#pragma warning disable CA2100 // The texts above.
        command.CommandText = text;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
