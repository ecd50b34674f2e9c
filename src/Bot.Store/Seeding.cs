using Bot.Store.Tables;
using Microsoft.Extensions.Options;

namespace Bot.Store;

/// <summary>Fills an empty store from the embedded tables, by the same reader and writer as any import.</summary>
internal sealed class Seeding(StoreVersion version, TableImport import, IOptions<StoreOptions> options)
{
    private static readonly string[] Catalog = ["org-units", "indicators", "bases", "obligation-types", "holidays"];
    private static readonly string[] Article =
    [
        .. Catalog,
        "sources",
        "inspections",
        "observations",
        "targets",
        "obligations",
        "findings",
        "projects",
    ];

    public async Task FillEmptyAsync(CancellationToken cancellationToken)
    {
        string[] tables = options.Value.Seed.ToUpperInvariant() switch
        {
            "NONE" => [],
            "CATALOG" => Catalog,
            _ when options.Value.Samples => [.. Article, "contacts"],
            _ => Article,
        };
        if (tables.Length == 0 || version.Read() > 0)
        {
            return;
        }

        var report = await import.RunAsync([.. tables.Select(Embedded)], by: "seed", dryRun: false, cancellationToken);
        if (report.Refused)
        {
            throw new InvalidOperationException(string.Join(Environment.NewLine, report.Errors));
        }
    }

    internal static ImportFile Embedded(string table)
    {
        using var stream = typeof(Seeding).Assembly.GetManifestResourceStream(table + ".csv")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new ImportFile(table + ".csv", bytes);
    }
}
