using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Bot.Wire.Tests.Teams;

/// <summary>Looks into the store of a running bot, and breaks it, past all of its code.</summary>
internal static class StoreLook
{
    private static readonly string[] Tables =
    [
        "observations",
        "obligations",
        "obligation_events",
        "proposals",
        "documents",
        "contacts",
        "org_units",
        "indicators",
        "findings",
        "notice_preferences",
    ];

    /// <summary>All that counts: facts, proposals, what happened, people, names; without the log of refusals.</summary>
    public static async Task<string> StateAsync(string file)
    {
        var state = new StringBuilder();
        foreach (var table in Tables)
        {
            state.Append(await ReadAsync(file, $"SELECT * FROM {table}"));
        }

        state.Append(await ReadAsync(file, "SELECT \"Key\", \"IsInspectionChannel\" FROM conversations WHERE \"IsInspectionChannel\""));
        return state.Append(await ReadAsync(file, "SELECT * FROM audit WHERE \"Action\" <> 'refuse'")).ToString();
    }

    /// <summary>How often somebody was refused, by the audit log.</summary>
    public static async Task<int> RefusalsAsync(string file, string by) =>
        int.Parse(
            await ReadAsync(file, "SELECT COUNT(*) FROM audit WHERE \"Action\" = 'refuse' AND \"By\" = $by", by),
            CultureInfo.InvariantCulture
        );

    /// <summary>The table of figures goes away under the running bot.</summary>
    public static async Task LoseFiguresAsync(string file)
    {
        await using var store = new SqliteConnection($"Data Source={file};Pooling=False");
        await store.OpenAsync();
        await using var command = store.CreateCommand();
        command.CommandText = "ALTER TABLE observations RENAME TO gone";
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>How much has happened to obligations.</summary>
    public static async Task<string> HappenedAsync(string file) => (await ReadAsync(file, "SELECT COUNT(*) FROM obligation_events")).Trim();

    private static async Task<string> ReadAsync(string file, string sql, string? by = null)
    {
        await using var store = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        await store.OpenAsync();
        await using var command = store.CreateCommand();
#pragma warning disable CA2100 // The texts are this file's own.
        command.CommandText = sql;
#pragma warning restore CA2100
        if (by is not null)
        {
            command.Parameters.AddWithValue("$by", by);
        }

        await using var rows = await command.ExecuteReaderAsync();
        var text = new StringBuilder();
        while (await rows.ReadAsync())
        {
            for (var i = 0; i < rows.FieldCount; i++)
            {
                text.Append(CultureInfo.InvariantCulture, $"{rows.GetValue(i)}\n");
            }
        }

        return text.ToString();
    }
}
