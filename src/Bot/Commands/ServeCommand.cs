using Bot.Hosting;
using Bot.Store;

namespace Bot.Commands;

/// <summary>Serves the bot until it is stopped; prints the chat page's address.</summary>
internal static class ServeCommand
{
    public static async Task<int> RunAsync(string[] args)
    {
        var builder = BotHost.CreateBuilder(args);
        await using var app = builder.Build();
        var page = app.MapBot();
        await StoreStart.PrepareAsync(app.Services);
        await app.StartAsync();
        foreach (var address in app.Urls)
        {
            await Console.Out.WriteLineAsync(BotHost.Greeting(page, address));
        }

        await app.WaitForShutdownAsync();
        return 0;
    }
}
