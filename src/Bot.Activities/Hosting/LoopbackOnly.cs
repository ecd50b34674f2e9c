using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Bot.Activities.Hosting;

/// <summary>
/// Without an app id nobody is asked who he is; then the server starts on loopback only. Addresses are looked at before the server listens,
/// again once it does (endpoints set in code are known only then), and each caller's address on each request. A command without a server
/// has nothing to guard.
/// </summary>
internal sealed class LoopbackOnly(IOptions<ActivitiesOptions> options, IServer? server = null) : IStartupFilter, IHostedLifecycleService
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next)
    {
        if (options.Value.AuthenticationEnabled)
        {
            return next;
        }
        CheckAddresses();
        return app =>
        {
            app.Use(RefuseStrangers);
            next(app);
        };
    }

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.AuthenticationEnabled)
        {
            CheckAddresses();
        }
        return Task.CompletedTask;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static Task RefuseStrangers(HttpContext context, RequestDelegate next) =>
        context.Connection.RemoteIpAddress is { } caller && !IPAddress.IsLoopback(caller)
            ? Problem.WriteAsync(
                context.Response,
                StatusCodes.Status403Forbidden,
                "MicrosoftAppId is not set, so only this machine may call."
            )
            : next(context);

    private void CheckAddresses()
    {
        foreach (var address in server?.Features.Get<IServerAddressesFeature>()?.Addresses ?? [])
        {
            if (!IsLoopback(BindingAddress.Parse(address)))
            {
                throw new InvalidOperationException(
                    $"MicrosoftAppId is not set, so callers are not authenticated and the server listens on loopback only, but it is told to listen on {address}. "
                        + "Set MicrosoftAppId, or set ASPNETCORE_URLS (--urls) to http://localhost:3978."
                );
            }
        }
    }

    private static bool IsLoopback(BindingAddress address) =>
        address.IsUnixPipe
        || address.IsNamedPipe
        || address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
}
