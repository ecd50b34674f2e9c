using System.Data.Common;
using Microsoft.Extensions.Options;

namespace Bot.Store;

/// <summary>Stops the start with the name of the key that is wrong.</summary>
internal sealed class StoreOptionsRules : IValidateOptions<StoreOptions>
{
    public ValidateOptionsResult Validate(string? name, StoreOptions options)
    {
        List<string> wrong = [];
        if (!OneOf(options.Provider, "Sqlite", "Postgres"))
        {
            wrong.Add($"Store:Provider is '{options.Provider}'; it must be Sqlite or Postgres.");
        }

        if (!OneOf(options.Seed, "article", "catalog", "none"))
        {
            wrong.Add($"Store:Seed is '{options.Seed}'; it must be article, catalog or none.");
        }

        if (options.ConnectionString.Length == 0)
        {
            wrong.Add("ConnectionStrings:Store is missing; Store:Provider Postgres needs one.");
        }
        else if (!IsConnectionString(options.ConnectionString))
        {
            wrong.Add("ConnectionStrings:Store is no connection string (key=value;key=value).");
        }

        if (options.FirstAdmin.Length > 0 && !Guid.TryParseExact(options.FirstAdmin, "D", out _))
        {
            wrong.Add(
                $"Contacts:FirstAdmin is '{options.FirstAdmin}'; it must be an Entra object id (00000000-0000-0000-0000-000000000000)."
            );
        }

        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static bool OneOf(string value, params ReadOnlySpan<string> allowed)
    {
        foreach (var one in allowed)
        {
            if (string.Equals(value, one, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsConnectionString(string text)
    {
        try
        {
            return new DbConnectionStringBuilder { ConnectionString = text }.Count > 0;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
