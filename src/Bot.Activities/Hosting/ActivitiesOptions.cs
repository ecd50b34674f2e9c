namespace Bot.Activities.Hosting;

/// <summary>The settings of the protocol, with the Bot Framework's key names at the root of the configuration (contract, section 2).</summary>
public sealed class ActivitiesOptions
{
    /// <summary>MultiTenant, SingleTenant or UserAssignedMSI; empty means MultiTenant.</summary>
    public string? MicrosoftAppType { get; set; }

    /// <summary>The bot's app id; empty switches authentication off, and then the server listens on loopback only.</summary>
    public string? MicrosoftAppId { get; set; }

    /// <summary>The app's secret; empty with a managed identity or a certificate.</summary>
    public string? MicrosoftAppPassword { get; set; }

    /// <summary>The app's Entra tenant; required for SingleTenant and UserAssignedMSI.</summary>
    public string? MicrosoftAppTenantId { get; set; }

    /// <summary>Where clients reach this server; null where they do not, and then no page can sign anybody in by its address.</summary>
    public string? PublicAddress { get; set; }

    /// <summary>Addresses of the identity provider.</summary>
    public BotAuthenticationOptions BotAuthentication { get; set; } = new();

    /// <summary>What concerns Teams.</summary>
    public TeamsOptions Teams { get; set; } = new();

    /// <summary>How patient the connector client is.</summary>
    public ConnectorOptions Connector { get; set; } = new();

    /// <summary>Whether an app id is configured, so that callers must prove who they are and the bot does the same.</summary>
    public bool AuthenticationEnabled => !string.IsNullOrWhiteSpace(MicrosoftAppId);

    /// <summary>The tenants that may talk to the bot; nobody of another may, so that an empty list lets nobody of Teams in.</summary>
    public IReadOnlyList<string> AllowedTenants =>
        (string.IsNullOrWhiteSpace(Teams.TenantId) ? MicrosoftAppTenantId ?? "" : Teams.TenantId).Split(
            ',',
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
        );

    internal BotAppType? AppType =>
        string.IsNullOrWhiteSpace(MicrosoftAppType) ? BotAppType.MultiTenant
        : Enum.TryParse<BotAppType>(MicrosoftAppType, ignoreCase: true, out var type) && Enum.IsDefined(type) ? type
        : null;
}

/// <summary>Where tokens come from and who issues the channel's; the defaults are the public cloud (bot-protocol 2.1).</summary>
public sealed class BotAuthenticationOptions
{
    /// <summary>Address of the channel's OpenID metadata.</summary>
    public string OpenIdMetadata { get; set; } = "https://login.botframework.com/v1/.well-known/openidconfiguration";

    /// <summary>Issuer of the channel's tokens.</summary>
    public string Issuer { get; set; } = "https://api.botframework.com";

    /// <summary>Where the bot's own token is fetched instead of at the tenant's authority; null for the public cloud.</summary>
    public string? TokenEndpoint { get; set; }

    /// <summary>Where people sign in; their tokens are issued and their signing keys published below it.</summary>
    public string Authority { get; set; } = "https://login.microsoftonline.com";

    /// <summary>Scope of the bot's own token.</summary>
    public string Scope { get; set; } = "https://api.botframework.com/.default";

    /// <summary>Path of a PKCS #12 or PEM file that stands in for <see cref="ActivitiesOptions.MicrosoftAppPassword"/>; null for a secret.</summary>
    public string? CertificatePath { get; set; }
}

/// <summary>Teams' own settings that the protocol needs.</summary>
public sealed class TeamsOptions
{
    /// <summary>The tenants that may talk to the bot, separated by commas; empty means <see cref="ActivitiesOptions.MicrosoftAppTenantId"/>.</summary>
    public string? TenantId { get; set; }

    /// <summary>
    /// The Entra application by which people sign in to pages, where it is not the bot's own: a managed identity exposes no API. Empty means
    /// <see cref="ActivitiesOptions.MicrosoftAppId"/>.
    /// </summary>
    public string? SignInAppId { get; set; }

    /// <summary>Teams' connector of the public cloud.</summary>
    public const string PublicServiceUrl = "https://smba.trafficmanager.net/teams/";

    /// <summary>Where 1:1 conversations are created for contacts who never wrote to the bot; null means <see cref="PublicServiceUrl"/>.</summary>
    public string? ServiceUrl { get; set; }
}

/// <summary>Patience of the connector client: a turn has about 15 seconds (bot-protocol 10.1).</summary>
public sealed class ConnectorOptions
{
    /// <summary>How long one call may take with all its repeats.</summary>
    public TimeSpan Budget { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>How long one attempt may take.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Wait before the first repeat; it doubles from repeat to repeat, with jitter.</summary>
    public TimeSpan BaseDelay { get; set; } = TimeSpan.FromMilliseconds(100);
}

internal enum BotAppType
{
    MultiTenant,
    SingleTenant,
    UserAssignedMSI,
}
