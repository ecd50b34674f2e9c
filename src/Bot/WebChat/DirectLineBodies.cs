using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Bot.Activities;
using Bot.Activities.Inbound;

namespace Bot.WebChat;

/// <summary>A request that Direct Line refuses, with status, code and message of its error body (bot-protocol 7.1).</summary>
internal sealed class DirectLineRefusal(int status, string code, string message) : Exception(message)
{
    /// <summary>HTTP status.</summary>
    public int Status => status;

    /// <summary>Code of the error.</summary>
    public string Code => code;
}

/// <summary>Bodies in and out.</summary>
internal static class DirectLineBodies
{
    private const int Largest = 16 * 1024;

    /// <summary>The activity in the request's body, of at most 256 KB.</summary>
    /// <exception cref="DirectLineRefusal">400, 413 or 415: there is none.</exception>
    public static async Task<Activity> ReadActivity(HttpRequest request)
    {
        var reading = await ActivityReader.ReadAsync(request, request.HttpContext.RequestAborted);
        return reading.Activity ?? throw new DirectLineRefusal(reading.Status, "BadArgument", reading.Fault!);
    }

    /// <summary>The request's body read as JSON; null when it is empty.</summary>
    /// <exception cref="DirectLineRefusal">413 when it is larger than 16 KB, 400 when it is no such JSON.</exception>
    public static async Task<T?> Read<T>(HttpRequest request, JsonTypeInfo<T> contract)
        where T : class
    {
        var body = await ReadBytes(request);
        if (body.Length == 0)
        {
            return null;
        }
        try
        {
            return JsonSerializer.Deserialize(body, contract) ?? throw new JsonException("null");
        }
        catch (JsonException wrong)
        {
            throw new DirectLineRefusal(
                StatusCodes.Status400BadRequest,
                "BadArgument",
                $"The body is not valid JSON for this request: {wrong.Path}."
            );
        }
    }

    /// <summary>Writes the answer as JSON.</summary>
    public static Task Write<T>(HttpResponse response, int status, T answer, JsonTypeInfo<T> contract)
    {
        response.StatusCode = status;
        return response.WriteAsJsonAsync(answer, contract, contentType: null, response.HttpContext.RequestAborted);
    }

    private static async Task<byte[]> ReadBytes(HttpRequest request)
    {
        var reader = request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(request.HttpContext.RequestAborted);
            if (read.Buffer.Length > Largest || request.ContentLength > Largest)
            {
                reader.AdvanceTo(read.Buffer.End);
                throw new DirectLineRefusal(StatusCodes.Status413PayloadTooLarge, "MessageSizeTooBig", "This body has at most 16 KB.");
            }
            if (read.IsCompleted)
            {
                var body = read.Buffer.ToArray();
                reader.AdvanceTo(read.Buffer.End);
                return body;
            }
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
