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
        // The store's start and the wiring of the routes do not need each other; a start has two cores at least.
        var store = Task.Run(() => StoreStart.PrepareAsync(app.Services));
        var page = app.MapBot();
        await store;
        await app.StartAsync();
        foreach (var address in app.Urls)
        {
            await Console.Out.WriteLineAsync(BotHost.Greeting(page, address));
        }

        await app.WaitForShutdownAsync();
        return 0;
    }
}
