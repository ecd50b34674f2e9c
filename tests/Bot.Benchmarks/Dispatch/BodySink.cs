using System.Collections.Concurrent;

namespace Bot.Benchmarks.Dispatch;

/// <summary>A connector that keeps the bodies it gets and answers with an id.</summary>
internal sealed class BodySink : IAsyncDisposable
{
    private readonly WebApplication _app;

    private BodySink(WebApplication app) => _app = app;

    public string Url => _app.Urls.First() + "/";

    public ConcurrentQueue<byte[]> Bodies { get; } = new();

    public static async Task<BodySink> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var sink = new BodySink(builder.Build());
        sink._app.MapPost("/v3/conversations/{conversation}/activities", sink.TakeAsync);
        await sink._app.StartAsync();
        return sink;
    }

    public void Clear() => Bodies.Clear();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        Bodies.Enqueue(body.ToArray());
        context.Response.StatusCode = 201;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync("""{"id":"r-1"}""");
    }
}
