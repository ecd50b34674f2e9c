namespace Bot.Activities.Outbound;

/// <summary>The one pool of connections to connectors and identity providers; no redirects, so that no token follows one.</summary>
internal sealed class ActivityTransport() : HttpMessageInvoker(Handler())
{
    public static SocketsHttpHandler Handler() =>
        new()
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(3),
            // Addresses behind a traffic manager change; idle connections go before the far side cuts them.
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(60),
        };
}
