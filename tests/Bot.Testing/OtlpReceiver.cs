using System.Text;
using Microsoft.AspNetCore.Http;

namespace Bot.Testing;

/// <summary>Takes what a program exports over OTLP as http/protobuf.</summary>
public sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly List<(string Path, string Body)> _taken = [];
    private LocalServer _server = null!;

    /// <summary>The settings by which a bot exports to here, and does so at once.</summary>
    public (string Key, string Value)[] Settings =>
        [
            ("OTEL_EXPORTER_OTLP_ENDPOINT", _server.Url),
            ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
            ("OTEL_BSP_SCHEDULE_DELAY", "50"),
            ("OTEL_METRIC_EXPORT_INTERVAL", "50"),
        ];

    public static async Task<OtlpReceiver> StartAsync()
    {
        var receiver = new OtlpReceiver();
        receiver._server = await LocalServer.StartAsync(receiver.TakeAsync);
        return receiver;
    }

    /// <summary>All that came to the path, one text: names and words stand in protobuf as they are.</summary>
    public string Taken(string path)
    {
        lock (_gate)
        {
            return string.Concat(_taken.Where(one => one.Path == path).Select(static one => one.Body));
        }
    }

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        lock (_gate)
        {
            _taken.Add((context.Request.Path.Value!, Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length)));
        }
        context.Response.ContentType = "application/x-protobuf";
    }
}
