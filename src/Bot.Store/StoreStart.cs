using Bot.Store.Catalogues;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Bot.Store;

/// <summary>What must be done before the first question, and the question whether it still holds.</summary>
public static class StoreStart
{
    /// <summary>Checks the options, makes the folder, migrates, fills an empty store, and reads the catalogue.</summary>
    public static async Task PrepareAsync(IServiceProvider services, CancellationToken cancellationToken = default)
    {
        var options = services.GetRequiredService<IOptions<StoreOptions>>().Value;
        if (
            !options.IsPostgres
            && Path.GetDirectoryName(new SqliteConnectionStringBuilder(options.ConnectionString).DataSource) is { Length: > 0 } folder
        )
        {
            Directory.CreateDirectory(folder);
        }

        await services.GetRequiredService<Migrating>().RunAsync(cancellationToken);
        await services.GetRequiredService<Seeding>().FillEmptyAsync(cancellationToken);
        _ = services.GetRequiredService<CatalogueCache>().Current;
    }

    /// <summary>Whether the store can be read now; for <c>/health/ready</c>.</summary>
    public static bool IsReady(IServiceProvider services)
    {
        try
        {
            _ = services.GetRequiredService<CatalogueCache>().Current;
            return true;
        }
        catch (System.Data.Common.DbException)
        {
            return false;
        }
    }
}
