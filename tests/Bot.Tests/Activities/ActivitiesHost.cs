using System.Net.Http.Headers;
using System.Text;
using Bot.Activities;
using Bot.Activities.Outbound;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Activities;

/// <summary>The protocol alone, served by Kestrel on a free loopback port; it keeps what the handler was given.</summary>
internal sealed class ActivitiesHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _http = new();
    private readonly List<Activity> _handled = [];

    private ActivitiesHost(WebApplication app, ActivityHandler handler)
    {
        _app = app;
        app.MapActivities(
            (activity, cancellationToken) =>
            {
                lock (_handled)
                {
                    _handled.Add(activity);
                }
                return handler(activity, cancellationToken);
            }
        );
    }

    public Uri Url => new(_app.Urls.First());

    public ConnectorClient Connector => _app.Services.GetRequiredService<ConnectorClient>();

    public IReadOnlyList<Activity> Handled
    {
        get
        {
            lock (_handled)
            {
                return [.. _handled];
            }
        }
    }

    public static async Task<ActivitiesHost> StartAsync(
        IEnumerable<KeyValuePair<string, string?>>? settings = null,
        ActivityHandler? handler = null,
        TimeProvider? clock = null,
        string urls = "http://127.0.0.1:0"
    )
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(urls);
        builder.Configuration.AddInMemoryCollection(settings ?? []);
        if (clock is not null)
        {
            builder.Services.AddKeyedSingleton(ActivityServices.ClockKey, clock);
        }
        builder.Services.AddActivities(builder.Configuration);
        var host = new ActivitiesHost(builder.Build(), handler ?? (static (_, _) => Task.FromResult<InvokeResponse?>(null)));
        await host._app.StartAsync();
        return host;
    }

    public Task<HttpResponseMessage> PostAsync(string json, params string[] authorization) =>
        PostAsync(Encoding.UTF8.GetBytes(json), authorization);

    public Task<HttpResponseMessage> PostAsync(byte[] body, params string[] authorization) =>
        PostAsync(
            new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" } } },
            authorization
        );

    public Task<HttpResponseMessage> PostAsync(HttpContent content, params string[] authorization)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Url, "/api/messages")) { Content = content };
        foreach (var header in authorization)
        {
            request.Headers.TryAddWithoutValidation("Authorization", header);
        }
        return _http.SendAsync(request);
    }

    public Task<HttpResponseMessage> GetAsync() => _http.GetAsync(new Uri(Url, "/api/messages"));

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        using var now = new CancellationTokenSource(TimeSpan.FromMilliseconds(500));
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }
}
