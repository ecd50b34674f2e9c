using System.Collections.Concurrent;

namespace Bot.Benchmarks.Load;

/// <summary>The connector's side: takes replies, and knows which activity got how many.</summary>
internal sealed class ReplyCounter : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _waiting = new();
    private int _doubled;

    private ReplyCounter(WebApplication app) => _app = app;

    public string ServiceUrl => _app.Urls.First() + "/";

    public int Doubled => _doubled;

    public static async Task<ReplyCounter> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var counter = new ReplyCounter(app);
        app.MapPost("/v3/conversations/{conversation}/activities/{activity}", counter.TakeAsync);
        await app.StartAsync();
        return counter;
    }

    public Task Expect(string activity) =>
        (_waiting[activity] = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        await context.Request.Body.CopyToAsync(Stream.Null);
        var activity = (string)context.GetRouteValue("activity")!;
        if (_waiting.TryRemove(activity, out var waiting))
        {
            waiting.SetResult();
        }
        else
        {
            Interlocked.Increment(ref _doubled);
        }

        context.Response.StatusCode = 201;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync("""{"id":"r-1"}""");
    }
}
