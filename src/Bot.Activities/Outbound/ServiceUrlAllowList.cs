using Bot.Activities.Hosting;

namespace Bot.Activities.Outbound;

/// <summary>The hosts that may see the bot's token: the Bot Framework's and Teams', of every cloud, and this machine (bot-protocol 3.4, 3.5).</summary>
internal static class ServiceUrlAllowList
{
    private static readonly string[] Hosts = ["smba.trafficmanager.net"];

    private static readonly string[] Domains =
    [
        "botframework.com",
        "botframework.us",
        "botframework.azure.us",
        "botframework.azure.cn",
        "teams.microsoft.com",
        "teams.microsoft.us",
    ];

    /// <summary>Whether the address is one that a call may go to at all, and on the list where calls carry a token.</summary>
    public static bool Allows(string serviceUrl, ActivitiesOptions options) =>
        Uri.TryCreate(serviceUrl, UriKind.Absolute, out var address)
        && address.Scheme is "https" or "http"
        && address is { UserInfo: "", Query: "", Fragment: "" }
        && (!options.AuthenticationEnabled || address.IsLoopback || (address.Scheme == Uri.UriSchemeHttps && IsListed(address.IdnHost)));

    private static bool IsListed(string host) =>
        Hosts.Contains(host, StringComparer.OrdinalIgnoreCase) || Array.Exists(Domains, domain => IsWithin(host, domain));

    private static bool IsWithin(string host, string domain) =>
        host.EndsWith(domain, StringComparison.OrdinalIgnoreCase) && (host.Length == domain.Length || host[^(domain.Length + 1)] == '.');
}
