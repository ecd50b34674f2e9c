using Bot.Hosting;
using Bot.Store;

namespace Bot.Commands;

/// <summary>The same services as the server's, without listening: what a verb of the command line works with.</summary>
internal sealed class TerminalHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TerminalHost(WebApplication app) => _app = app;

    public static async Task<TerminalHost> StartAsync(CancellationToken cancellationToken)
    {
        var builder = BotHost.CreateBuilder([]);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        var host = new TerminalHost(builder.Build());
        await StoreStart.PrepareAsync(host._app.Services, cancellationToken);
        return host;
    }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
