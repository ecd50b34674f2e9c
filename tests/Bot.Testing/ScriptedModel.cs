using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Bot.Testing;

/// <summary>
/// A deployment of Azure OpenAI on this machine: it speaks the REST protocol of chat completions (structured output, streaming with usage, the
/// errors of the service) and says what the test tells it to.
/// </summary>
public sealed class ScriptedModel : IAsyncDisposable
{
    /// <summary>The name of the deployment.</summary>
    public const string Deployment = "reader";

    /// <summary>The key that is asked for.</summary>
    public const string Key = "scripted-key";

    private const string Path = $"/openai/deployments/{Deployment}/chat/completions";

    private readonly ConcurrentQueue<ModelRequest> _requests = [];
    private readonly CancellationTokenSource _closing = new();
    private LocalServer? _server;

    private ScriptedModel(Func<ModelRequest, ModelReply> script) => Script = script;

    /// <summary>What is said to a request; may be changed at any time.</summary>
    public Func<ModelRequest, ModelReply> Script { get; set; }

    /// <summary>Where it listens.</summary>
    public string Url => _server!.Url;

    /// <summary>What was asked, in order.</summary>
    public IReadOnlyList<ModelRequest> Requests => [.. _requests];

    /// <summary>The settings with which a bot asks this model.</summary>
    public Dictionary<string, string> Settings =>
        new()
        {
            ["AzureOpenAI__Endpoint"] = Url,
            ["AzureOpenAI__Deployment"] = Deployment,
            ["AzureOpenAI__ApiKey"] = Key,
        };

    /// <summary>Starts it.</summary>
    public static async Task<ScriptedModel> StartAsync(Func<ModelRequest, ModelReply> script)
    {
        var model = new ScriptedModel(script);
        model._server = await LocalServer.StartAsync(model.AnswerAsync);
        return model;
    }

    /// <summary>Says the replies in order, and the last of them from then on.</summary>
    public static Task<ScriptedModel> StartAsync(params ModelReply[] replies)
    {
        var next = -1;
        return StartAsync(_ => replies[Math.Min(Interlocked.Increment(ref next), replies.Length - 1)]);
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _server!.DisposeAsync();
        _closing.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        if (context.Request.Path != Path || context.Request.Method != "POST" || context.Request.Query["api-version"].Count == 0)
        {
            await SayAsync(context.Response, ModelReply.Error(404, "DeploymentNotFound"));
            return;
        }

        if (context.Request.Headers["api-key"] != Key)
        {
            await SayAsync(context.Response, ModelReply.Error(401, "401"));
            return;
        }

        var body = await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        var request = new ModelRequest(body!.AsObject());
        _requests.Enqueue(request);
        var reply = Script(request);
        if (reply.Never)
        {
            using var until = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _closing.Token);
            await Task.Delay(Timeout.Infinite, until.Token).ContinueWith(static _ => { }, TaskScheduler.Default);
            context.Abort();
        }
        else if (reply.Status == 200 && request.IsStreaming)
        {
            await StreamAsync(context, request, reply);
        }
        else
        {
            await (reply.BeforeEnd?.Invoke() ?? Task.CompletedTask).WaitAsync(context.RequestAborted);
            await SayAsync(context.Response, reply.Status == 200 ? reply with { Body = Completion(request, reply) } : reply);
        }
    }

    private static async Task SayAsync(HttpResponse response, ModelReply reply)
    {
        if (reply.RetryAfter is { } seconds)
        {
            response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        var json = Encoding.UTF8.GetBytes(reply.Body);
        await LocalServer.WriteAsync(response, reply.Status, reply.IsCut ? json.AsMemory(0, json.Length / 2) : json);
    }

    private static string Completion(ModelRequest request, ModelReply reply)
    {
        var message = new JsonObject
        {
            ["role"] = "assistant",
            ["content"] = reply.Refusal is null ? reply.Text : null,
            ["refusal"] = reply.Refusal,
        };
        var choice = new JsonObject
        {
            ["index"] = 0,
            ["message"] = message,
            ["finish_reason"] = reply.FinishReason,
            ["logprobs"] = null,
        };
        var answer = Head("chat.completion");
        answer["choices"] = new JsonArray(choice);
        answer["usage"] = Usage(request, reply);
        return answer.ToJsonString();
    }

    private static async Task StreamAsync(HttpContext context, ModelRequest request, ModelReply reply)
    {
        context.Response.ContentType = "text/event-stream";
        var parts = reply.Text.Chunk(16).Select(static part => new string(part)).ToList();
        foreach (var part in reply.IsCut ? parts.Take(parts.Count / 2) : parts)
        {
            if (ReferenceEquals(part, parts[^1]) && reply.BeforeEnd is { } wait)
            {
                await wait().WaitAsync(context.RequestAborted);
            }

            await EventAsync(context, Delta(new JsonObject { ["role"] = "assistant", ["content"] = part }, null));
        }

        if (reply.IsCut)
        {
            context.Abort();
            return;
        }

        await EventAsync(context, Delta([], reply.FinishReason));
        var usage = Head("chat.completion.chunk");
        usage["choices"] = new JsonArray();
        usage["usage"] = Usage(request, reply);
        await EventAsync(context, usage);
        await context.Response.WriteAsync("data: [DONE]\n\n");
    }

    private static Task EventAsync(HttpContext context, JsonObject chunk) =>
        context.Response.WriteAsync($"data: {chunk.ToJsonString()}\n\n");

    private static JsonObject Delta(JsonObject delta, string? finish)
    {
        var chunk = Head("chat.completion.chunk");
        chunk["choices"] = new JsonArray(
            new JsonObject
            {
                ["index"] = 0,
                ["delta"] = delta,
                ["finish_reason"] = finish,
            }
        );
        return chunk;
    }

    private static JsonObject Head(string kind) =>
        new()
        {
            ["id"] = "chatcmpl-scripted",
            ["object"] = kind,
            ["created"] = 1_700_000_000,
            ["model"] = "scripted",
        };

    private static JsonObject Usage(ModelRequest request, ModelReply reply)
    {
        var (sent, received) = (request.Text.Length / 4, Math.Max(1, reply.Text.Length / 4));
        return new()
        {
            ["prompt_tokens"] = sent,
            ["completion_tokens"] = received,
            ["total_tokens"] = sent + received,
        };
    }
}
