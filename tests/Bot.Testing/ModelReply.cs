using System.Text.Json.Nodes;

namespace Bot.Testing;

/// <summary>What the scripted model says, as the service would.</summary>
public sealed record ModelReply
{
    private ModelReply() { }

    /// <summary>The words of the answer.</summary>
    public string Text { get; private init; } = "";

    internal int Status { get; private init; } = 200;
    internal string Body { get; init; } = "";
    internal string FinishReason { get; private init; } = "stop";
    internal string? Refusal { get; private init; }
    internal int? RetryAfter { get; private init; }
    internal bool IsCut { get; private init; }
    internal bool Never { get; private init; }
    internal Func<Task>? BeforeEnd { get; private init; }

    /// <summary>An answer of that text.</summary>
    public static ModelReply Of(string text) => new() { Text = text };

    /// <summary>An answer of that JSON.</summary>
    public static ModelReply Of(JsonNode json) => Of(json.ToJsonString());

    /// <summary>The same answer, whose end waits: the last piece of a stream, else the whole.</summary>
    public ModelReply Holding(Func<Task> beforeEnd) => this with { BeforeEnd = beforeEnd };

    /// <summary>An error of the service.</summary>
    public static ModelReply Error(int status, string code = "server_error") =>
        new()
        {
            Status = status,
            Body = new JsonObject
            {
                ["error"] = new JsonObject { ["code"] = code, ["message"] = $"The scripted model says {code}." },
            }.ToJsonString(),
        };

    /// <summary>Too many requests; come back after so many seconds, or null where it does not say.</summary>
    public static ModelReply Throttled(int? seconds) => Error(429, "429") with { RetryAfter = seconds };

    /// <summary>The prompt was stopped by the content filter.</summary>
    public static ModelReply PromptFiltered => Error(400, "content_filter");

    /// <summary>The answer was stopped by the content filter.</summary>
    public static ModelReply Filtered => new() { FinishReason = "content_filter" };

    /// <summary>The model declines.</summary>
    public static ModelReply Refused => new() { Refusal = "I'm sorry, I can't help with that." };

    /// <summary>No answer, ever.</summary>
    public static ModelReply Silence => new() { Never = true };

    /// <summary>The answer reached the limit of tokens.</summary>
    public static ModelReply OutOfTokens(string text) => new() { Text = text, FinishReason = "length" };

    /// <summary>The connection ends in the middle of the answer's own JSON.</summary>
    public static ModelReply Cut(string text) => new() { Text = text, IsCut = true };
}
