using System.Diagnostics;
using System.Globalization;
using Bot.Store.Tables;
using Bot.Testing;
using Microsoft.Data.Sqlite;

namespace Bot.Benchmarks.Scale;

/// <summary>
/// A million observations into a SQLite file and out again, beside a bare loop over one prepared statement with the same rows and the same
/// indexes: in the same run, so that the ratio holds on any machine.
/// </summary>
internal static class TablesRun
{
    private const int Units = 100;
    private const int Indicators = 100;

    private static readonly string[] Columns =
    [
        "OrgUnit",
        "Indicator",
        "Basis",
        "Period",
        "Value",
        "Text",
        "AsOf",
        "Source",
        "Status",
        "Quote",
        "Key",
        "Revision",
        "IsCurrent",
        "Fingerprint",
        "RecordedBy",
        "RecordedAt",
        "RecordedFrom",
    ];

    public static async Task<int> RunAsync(int rows)
    {
        await using var ours = await PreparedAsync();
        await using var bare = await PreparedAsync();
        var folder = Directory.CreateTempSubdirectory("tables-").FullName;
        var (csv, exported) = (Path.Combine(folder, "observations.csv"), Path.Combine(folder, "out.csv"));
        await File.WriteAllLinesAsync(csv, Lines(rows));

        var inserted = Time("bare inserts", rows, () => Insert(bare.File, rows));
        var imported = await TimeAsync("import", rows, () => ImportAsync(ours, csv));
        var again = await TimeAsync("import of the same file again", rows, () => ImportAsync(ours, csv));
        var selected = Time("bare selects to a file", rows, () => Select(bare.File, Path.Combine(folder, "bare.csv")));
        var written = await TimeAsync("export", rows, () => ExportAsync(ours, exported));
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"import {inserted / imported:0.00} of the bare loop, again {inserted / again:0.00}, export {selected / written:0.00}; peak of the process {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB"
            )
        );
        Directory.Delete(folder, recursive: true);
        return 0;
    }

    private static async Task<TestStore> PreparedAsync()
    {
        var store = await TestStore.CreateAsync("none");
        await store.ImportAsync(
            "org-units.csv",
            "code,kind,name_vi\n" + string.Join('\n', Enumerable.Range(0, Units).Select(u => $"U{u},department,Unit {u}"))
        );
        await store.ImportAsync(
            "indicators.csv",
            "code,name_vi,unit\n" + string.Join('\n', Enumerable.Range(0, Indicators).Select(i => $"I{i},Indicator {i},percent"))
        );
        return store;
    }

    private static IEnumerable<string> Lines(int rows) =>
        Enumerable
            .Range(0, rows)
            .Select(n => string.Join(',', Row(n).Take(10)))
            .Prepend("org_unit,indicator,basis,period,value,text,as_of,source,status,quote");

    private static string[] Row(int n)
    {
        var (unit, indicator, month) = ($"U{n % Units}", $"I{n / Units % Indicators}", n / (Units * Indicators));
        var period = new DateOnly(1950, 1, 1).AddMonths(month).ToString("yyyy-MM", CultureInfo.InvariantCulture);
        var value = (n % 1000 / 10m).ToString("0.#", CultureInfo.InvariantCulture);
        string[] cells = [unit, indicator, "", period, value, "", $"{period}-28", "", "approved", $"tỷ lệ của đơn vị đạt {value}%"];
        return [.. cells, $"{unit}|{indicator}||{period}", "1", "1", $"approved:{n:x32}", "test", "638000000000000000", "observations.csv"];
    }

    private static void Insert(string file, int rows)
    {
        using var connection = Opened(file);
        using var transaction = connection.BeginTransaction();
        using var insert = connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText =
            $"INSERT INTO observations ({string.Join(',', Columns.Select(c => $"\"{c}\""))}) VALUES ({string.Join(',', Columns.Select((_, i) => $"@p{i}"))})";
        var parameters = Columns.Select((_, i) => insert.Parameters.Add($"@p{i}", SqliteType.Text)).ToArray();
        insert.Prepare();
        for (var n = 0; n < rows; n++)
        {
            var row = Row(n);
            for (var i = 0; i < row.Length; i++)
            {
                parameters[i].Value = row[i];
            }

            insert.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    private static void Select(string file, string path)
    {
        using var connection = Opened(file);
        using var select = connection.CreateCommand();
        select.CommandText = $"SELECT {string.Join(',', Columns.Take(10).Select(c => $"\"{c}\""))} FROM observations ORDER BY \"Key\"";
        using var rows = select.ExecuteReader();
        using var csv = new StreamWriter(path);
        while (rows.Read())
        {
            for (var i = 0; i < 10; i++)
            {
                csv.Write(rows.GetString(i));
                csv.Write(i < 9 ? "," : "\r\n");
            }
        }
    }

    private static async Task ImportAsync(TestStore store, string csv)
    {
        var report = await store.ImportAsync(ImportFile.In(csv));
        if (report.Refused)
        {
            throw new InvalidDataException(report.Errors[0].ToString());
        }
    }

    private static async Task ExportAsync(TestStore store, string path)
    {
        await using var csv = new StreamWriter(path);
        await store.Services.GetRequiredService<TableExport>().Table("observations").WriteAsync(csv, CancellationToken.None);
    }

    private static SqliteConnection Opened(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        return connection;
    }

    private static double Time(string what, int rows, Action run) =>
        TimeAsync(
                what,
                rows,
                () =>
                {
                    run();
                    return Task.CompletedTask;
                }
            )
            .GetAwaiter()
            .GetResult();

    private static async Task<double> TimeAsync(string what, int rows, Func<Task> run)
    {
        var clock = Stopwatch.StartNew();
        await run();
        var seconds = clock.Elapsed.TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {seconds:0.0} s, {rows / seconds:0} rows a second"));
        return seconds;
    }
}
