namespace Bot.Store;

/// <summary>Where the facts are kept and what a fresh store begins with; bound by <c>AddIndicatorStore</c>.</summary>
public sealed class StoreOptions
{
    /// <summary><c>Store:Provider</c>: <c>Sqlite</c> or <c>Postgres</c>.</summary>
    public string Provider { get; set; } = "Sqlite";

    /// <summary><c>Store:Seed</c>: <c>article</c>, <c>catalog</c> (no facts) or <c>none</c>.</summary>
    public string Seed { get; set; } = "article";

    /// <summary><c>ConnectionStrings:Store</c>; empty for the SQLite file <c>App_Data/bot.db</c> under the content root.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>Whether the seed <c>article</c> brings its sample contacts: in Development only.</summary>
    public bool Samples { get; set; }

    /// <summary><c>Contacts:FirstAdmin</c>: the Entra object id that is an admin while no contact has it; empty for none.</summary>
    public string FirstAdmin { get; set; } = "";

    /// <summary>Whether the provider is PostgreSQL.</summary>
    public bool IsPostgres => string.Equals(Provider, "Postgres", StringComparison.OrdinalIgnoreCase);
}
