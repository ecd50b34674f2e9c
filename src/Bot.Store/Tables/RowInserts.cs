using System.Data.Common;
using System.Reflection;
using Bot.Store.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Bot.Store.Tables;

/// <summary>
/// Appends rows by one prepared statement, written from the model: imports may bring a million rows, and tracked entities would hold them
/// all in memory and cost a first start half a second.
/// </summary>
internal static class RowInserts
{
    /// <summary>Inserts the rows in the context's transaction; the database gives the ids.</summary>
    public static Task InsertAsync<TRow>(BotContext db, IReadOnlyList<TRow> rows, CancellationToken cancellationToken)
        where TRow : class => InsertAsync(db, rows, "", cancellationToken);

    /// <summary>The same, but a row whose key is there already is left as it is; how many were inserted.</summary>
    public static Task<int> InsertNewAsync<TRow>(BotContext db, IReadOnlyList<TRow> rows, CancellationToken cancellationToken)
        where TRow : class => InsertAsync(db, rows, "ON CONFLICT DO NOTHING", cancellationToken);

    /// <summary>The same, but a row whose key is there already is replaced.</summary>
    public static Task<int> UpsertAsync<TRow>(BotContext db, IReadOnlyList<TRow> rows, CancellationToken cancellationToken)
        where TRow : class
    {
        var type = db.Model.FindEntityType(typeof(TRow))!;
        var key = string.Join(", ", type.FindPrimaryKey()!.Properties.Select(Name));
        var others = type.GetProperties().Where(p => !p.IsPrimaryKey()).Select(p => $"{Name(p)} = excluded.{Name(p)}");
        return InsertAsync(db, rows, $"ON CONFLICT ({key}) DO UPDATE SET {string.Join(", ", others)}", cancellationToken);
    }

    private static async Task<int> InsertAsync<TRow>(
        BotContext db,
        IReadOnlyList<TRow> rows,
        string onConflict,
        CancellationToken cancellationToken
    )
        where TRow : class
    {
        if (rows.Count == 0)
        {
            return 0;
        }

        var type = db.Model.FindEntityType(typeof(TRow))!;
        List<IProperty> columns = [.. type.GetProperties().Where(p => p.Name != nameof(RevisedRow.Id))];
        await using var insert = db.Database.GetDbConnection().CreateCommand();
        insert.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        var names = string.Join(", ", columns.Select(Name));
        var values = string.Join(", ", columns.Select((_, i) => $"@p{i}"));
#pragma warning disable CA2100 // Names of the model alone.
        insert.CommandText = $"""INSERT INTO "{type.GetTableName()}" ({names}) VALUES ({values}) {onConflict}""";
#pragma warning restore CA2100
        var cells = columns.ConvertAll(column => new Cell(column, insert, columns.IndexOf(column)));
        var inserted = 0;
        foreach (var row in rows)
        {
            cells.ForEach(cell => cell.Take(row));
            inserted += await insert.ExecuteNonQueryAsync(cancellationToken);
        }

        return inserted;
    }

    private static string Name(IProperty column) => $"\"{column.GetColumnName()}\"";

    private sealed class Cell
    {
        private readonly PropertyInfo _property;
        private readonly Func<object?, object?>? _convert;
        private readonly DbParameter _parameter;

        public Cell(IProperty column, DbCommand insert, int position)
        {
            var mapping = column.GetRelationalTypeMapping();
            _property = column.PropertyInfo!;
            _convert = mapping.Converter?.ConvertToProvider;
            _parameter = mapping.CreateParameter(insert, $"@p{position}", null, nullable: true);
            insert.Parameters.Add(_parameter);
        }

        public void Take(object row)
        {
            var value = _property.GetValue(row);
            _parameter.Value = (value is null || _convert is null ? value : _convert(value)) ?? DBNull.Value;
        }
    }
}
