using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Bot.Testing;

/// <summary>Plays a channel's connector on a free loopback port: books what the bot sends and fails where it is told to.</summary>
public sealed class LocalChannel : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly List<ConnectorCall> _calls = [];
    private readonly Queue<ConnectorFault> _faults = new();
    private readonly Dictionary<string, ConnectorFault> _closed = new(StringComparer.Ordinal);
    private TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private LocalServer _server = null!;
    private int _serial;

    /// <summary>What activities say as their service address; the path must be kept by the bot.</summary>
    public string ServiceUrl => $"{_server.Url}/_connector/";

    /// <summary>All calls that were carried out, in the order of their arrival.</summary>
    public IReadOnlyList<ConnectorCall> Calls
    {
        get
        {
            lock (_gate)
            {
                return [.. _calls];
            }
        }
    }

    /// <summary>All requests, refused ones too.</summary>
    public int Requests => _serial;

    /// <summary>Activities posted and not refused.</summary>
    public IEnumerable<ConnectorCall> Sent => Calls.Where(static call => call.Kind == "send");

    public static async Task<LocalChannel> StartAsync()
    {
        var channel = new LocalChannel();
        channel._server = await LocalServer.StartAsync(channel.AnswerAsync);
        return channel;
    }

    /// <summary>Lets the next requests go wrong, one fault each.</summary>
    public void FailNext(params ConnectorFault[] faults)
    {
        lock (_gate)
        {
            foreach (var fault in faults)
            {
                _faults.Enqueue(fault);
            }
        }
    }

    /// <summary>Every request about the conversation goes wrong from now on; with null they go through again.</summary>
    public void FailFor(string conversationId, ConnectorFault? fault)
    {
        lock (_gate)
        {
            _closed.Remove(conversationId);
            if (fault is not null)
            {
                _closed[conversationId] = fault;
            }
        }
    }

    // A slow machine signals that the bot is writing; that is no answer.
    private static bool IsTyping(ConnectorCall call) =>
        call.Body.ValueKind == JsonValueKind.Object && call.Body.TryGetProperty("type", out var type) && type.ValueEquals("typing");

    /// <summary>The first n activities but typing signals sent to the conversation, as soon as they are there.</summary>
    /// <exception cref="TimeoutException">They did not come.</exception>
    public async Task<IReadOnlyList<ConnectorCall>> WaitForAsync(string conversationId, int count, TimeSpan? timeout = null)
    {
        using var deadline = new CancellationTokenSource(timeout ?? TimeSpan.FromSeconds(10));
        while (true)
        {
            Task arrived;
            List<ConnectorCall> found;
            lock (_gate)
            {
                arrived = _arrived.Task;
                found = [.. _calls.Where(call => call.Kind == "send" && call.ConversationId == conversationId && !IsTyping(call))];
            }
            if (found.Count >= count)
            {
                return found;
            }
            try
            {
                await arrived.WaitAsync(deadline.Token);
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException($"{found.Count} of {count} activities came to {conversationId}.");
            }
        }
    }

    /// <summary>Ends when every connection is closed and all that came over them is booked: what a dead process had sent is complete then.</summary>
    public async Task WaitUntilAloneAsync(CancellationToken cancellationToken)
    {
        while (_server.Connections > 0)
        {
            await Task.Delay(5, cancellationToken);
        }
    }

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var serial = Interlocked.Increment(ref _serial);
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        ConnectorFault? fault;
        lock (_gate)
        {
            fault =
                _closed.FirstOrDefault(closed => context.Request.Path.Value!.Contains($"/{closed.Key}/", StringComparison.Ordinal)).Value
                ?? (_faults.TryDequeue(out var next) ? next : null);
        }
        if (fault is { CarriedOut: false })
        {
            await FailAsync(context, fault);
            return;
        }
        if (fault is { Delay: { } delay })
        {
            await Task.Delay(delay, context.RequestAborted).ContinueWith(static _ => { }, TaskScheduler.Default);
        }
        var (call, status, answer) = Carry(context.Request, body.ToArray(), serial);
        lock (_gate)
        {
            _calls.Add(call with { Cut = fault is { Cut: true } });
            _arrived.TrySetResult();
            _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
        if (fault is { Cut: true })
        {
            context.Abort();
            return;
        }
        await LocalServer.WriteAsync(context.Response, status, Encoding.UTF8.GetBytes(answer));
    }

    private static async Task FailAsync(HttpContext context, ConnectorFault fault)
    {
        if (fault.Cut)
        {
            context.Abort();
            return;
        }
        if (fault.RetryAfter is { } seconds)
        {
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }
        await LocalServer.WriteAsync(context.Response, fault.Status, Encoding.UTF8.GetBytes(fault.Body));
    }

    private (ConnectorCall Call, int Status, string Answer) Carry(HttpRequest request, byte[] body, int serial)
    {
        // The raw target: what the bot escaped must still be escaped.
        var target = request.HttpContext.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget;
        var path = target.Split('?')[0];
        var at = path.IndexOf("/v3/conversations", StringComparison.Ordinal);
        var parts = at < 0 ? [] : path[(at + "/v3/conversations".Length)..].Split('/', StringSplitOptions.RemoveEmptyEntries);
        var names = Array.ConvertAll(parts, Uri.UnescapeDataString);
        var (kind, status, answer) = (request.Method, parts.Length) switch
        {
            _ when at < 0 => ("unknown", 404, """{"error":{"code":"NotFound","message":"no such route"}}"""),
            ("POST", 0) => ("create", 201, $$"""{"id":"a:new-{{serial}}","activityId":"r{{serial}}","serviceUrl":"{{ServiceUrl}}"}"""),
            ("POST", _) => ("send", 201, $$"""{"id":"r{{serial}}"}"""),
            ("PUT", _) => ("update", 200, $$"""{"id":{{JsonSerializer.Serialize(names[^1])}}}"""),
            ("DELETE", _) => ("delete", 200, ""),
            ("GET", 2) => (
                "members",
                200,
                """{"continuationToken":"next","members":[{"id":"29:a","name":"An","objectId":"00000000-0000-0000-0000-000000000001"}]}"""
            ),
            _ => ("member", 200, $$"""{"id":{{JsonSerializer.Serialize(names[^1])}},"name":"An","email":"an@example.org"}"""),
        };
        var activity = body.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(body);
        var call = new ConnectorCall(
            kind,
            target,
            names.ElementAtOrDefault(0),
            names.ElementAtOrDefault(2),
            activity,
            request.Headers.Authorization.ToString()
        )
        {
            Answer = answer,
            Headers = request.Headers.ToDictionary(
                static header => header.Key,
                static header => header.Value.ToString(),
                StringComparer.OrdinalIgnoreCase
            ),
        };
        return (call, status, answer);
    }
}

/// <summary>A call that the connector carried out.</summary>
/// <param name="Kind">send, update, delete, create, member, members or unknown.</param>
/// <param name="Target">Path and query as they stood on the wire.</param>
/// <param name="ConversationId">The conversation of the path, unescaped; null where there is none.</param>
/// <param name="ActivityId">The activity (or member) of the path, unescaped; null where there is none.</param>
/// <param name="Body">The JSON sent; undefined where there is none.</param>
/// <param name="Authorization">The header; empty where there is none.</param>
public sealed record ConnectorCall(
    string Kind,
    string Target,
    string? ConversationId,
    string? ActivityId,
    JsonElement Body,
    string Authorization
)
{
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>What the channel answered.</summary>
    public required string Answer { get; init; }

    /// <summary>Whether the connection was cut before the answer.</summary>
    public bool Cut { get; init; }

    /// <summary>The activity's text; null where it has none.</summary>
    public string? Text => Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty("text", out var text) ? text.GetString() : null;
}

/// <summary>What goes wrong with one request.</summary>
public sealed record ConnectorFault
{
    public int Status { get; private init; }

    public string Body { get; private init; } = """{"error":{"code":"Injected","message":"injected by a test"}}""";

    public int? RetryAfter { get; private init; }

    public bool Cut { get; private init; }

    public bool CarriedOut { get; private init; }

    public TimeSpan? Delay { get; private init; }

    /// <summary>No fault: this request goes through.</summary>
    public static ConnectorFault None { get; } = new() { CarriedOut = true };

    /// <summary>The connection is cut, and the call was not carried out.</summary>
    public static ConnectorFault DroppedBefore { get; } = new() { Cut = true };

    /// <summary>The connection is cut after the call was carried out.</summary>
    public static ConnectorFault DroppedAfter { get; } = new() { Cut = true, CarriedOut = true };

    /// <summary>429; with the seconds to wait where they are given.</summary>
    public static ConnectorFault Throttled(int? retryAfter = null) => new() { Status = 429, RetryAfter = retryAfter };

    /// <summary>Any status, with the body given.</summary>
    public static ConnectorFault Refused(int status, string? body = null) =>
        body is null ? new() { Status = status } : new() { Status = status, Body = body };

    /// <summary>Carried out, but late.</summary>
    public static ConnectorFault Slow(TimeSpan delay) => new() { CarriedOut = true, Delay = delay };
}
