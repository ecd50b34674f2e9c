using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bot.Store.Rows;
using Bot.Store.Tables;
using Microsoft.EntityFrameworkCore;

namespace Bot.Store.Audit;

/// <summary>Appends to the audit log: each entry's hash covers its own words and the hash of the entry before.</summary>
internal static class AuditChain
{
    /// <summary>Appends in the context's transaction; writers queue, so that no two continue the same entry.</summary>
    public static async Task AppendAsync(BotContext db, Stamp stamp, IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken)
    {
        if (entries.Count == 0)
        {
            return;
        }

        // A write that changes nothing: on PostgreSQL it makes writers queue, as SQLite's write lock does.
        await db.Set<StoreVersionRow>().ExecuteUpdateAsync(row => row.SetProperty(v => v.Version, v => v.Version), cancellationToken);
        var last = await db.Set<AuditRow>()
            .AsNoTracking()
            .OrderByDescending(row => row.Number)
            .Select(row => new { row.Number, row.Hash })
            .FirstOrDefaultAsync(cancellationToken);
        var (number, hash) = (last?.Number ?? 0, last?.Hash ?? "");
        List<AuditRow> rows = [];
        foreach (var entry in entries)
        {
            var row = new AuditRow
            {
                Number = ++number,
                At = stamp.At,
                By = stamp.By,
                Action = entry.Action,
                Table = entry.Table,
                Key = entry.Key,
                Old = entry.Old,
                New = entry.New,
                Source = entry.Source,
                Reason = entry.Reason,
            };
            row.Hash = hash = HashOf(row, hash);
            rows.Add(row);
        }

        await RowInserts.InsertAsync(db, rows, cancellationToken);
    }

    /// <summary>The hash that a row must bear after that one. Every text is led by its length, so that none can pass into the next.</summary>
    public static string HashOf(AuditRow row, string before)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        ReadOnlySpan<string> words =
        [
            before,
            row.Number.ToString(CultureInfo.InvariantCulture),
            row.At.UtcTicks.ToString(CultureInfo.InvariantCulture),
            row.By,
            row.Action,
            row.Table,
            row.Key,
            row.Old,
            row.New,
            row.Source,
            row.Reason,
        ];
        var length = new byte[sizeof(int)];
        foreach (var word in words)
        {
            var bytes = Encoding.UTF8.GetBytes(word);
            BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
