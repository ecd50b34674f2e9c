using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Bot.Activities.Inbound;

/// <summary>Reads an activity from bytes that nobody vouches for: bounded, each fault a value with its place, never an exception.</summary>
public static class ActivityReader
{
    /// <summary>The largest body taken, in bytes: well above what any channel sends (Teams takes about 100 KB).</summary>
    public const int MaxBody = 256 * 1024;

    /// <summary>Reads the body of a request.</summary>
    /// <exception cref="OperationCanceledException">The caller went away.</exception>
    public static async ValueTask<ActivityReading> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!IsJson(request))
        {
            return ActivityReading.Refused(StatusCodes.Status415UnsupportedMediaType, "The body must be application/json in UTF-8.");
        }
        if (request.ContentLength > MaxBody)
        {
            return TooLarge;
        }
        var reader = request.BodyReader;
        while (true)
        {
            var result = await reader.ReadAsync(cancellationToken);
            var buffer = result.Buffer;
            if (buffer.Length > MaxBody)
            {
                reader.AdvanceTo(buffer.End);
                return TooLarge;
            }
            if (result.IsCompleted || result.IsCanceled)
            {
                var reading = Read(buffer);
                reader.AdvanceTo(buffer.End);
                return reading;
            }
            reader.AdvanceTo(buffer.Start, buffer.End);
        }
    }

    /// <summary>Reads an activity from its UTF-8 bytes.</summary>
    public static ActivityReading Read(ReadOnlySpan<byte> utf8)
    {
        if (utf8.StartsWith("\uFEFF"u8))
        {
            utf8 = utf8[3..];
        }
        if (!Utf8.IsValid(utf8))
        {
            return Bad("The body is not UTF-8.");
        }
        try
        {
            if (HalfSurrogate.In(utf8))
            {
                return Bad("A text holds half of a surrogate pair.");
            }
            return JsonSerializer.Deserialize(utf8, ActivityJsonContext.Wire.Activity) switch
            {
                null => Bad("The body is null, not an activity."),
                { } activity when NullIn(activity) is { } list => Bad($"The list {list} holds null."),
                { } activity => ActivityReading.Of(activity),
            };
        }
        catch (JsonException e)
        {
            return Bad($"Not a valid activity at {e.Path ?? "$"}, line {e.LineNumber + 1}, byte {e.BytePositionInLine}.");
        }
        catch (InvalidOperationException)
        {
            return Bad("A text of the body cannot be read.");
        }
    }

    private static ActivityReading TooLarge { get; } =
        ActivityReading.Refused(StatusCodes.Status413PayloadTooLarge, $"The body is larger than {MaxBody} bytes.");

    private static ActivityReading Read(in ReadOnlySequence<byte> body)
    {
        if (body.IsSingleSegment)
        {
            return Read(body.FirstSpan);
        }
        var length = (int)body.Length;
        var rented = ArrayPool<byte>.Shared.Rent(length);
        body.CopyTo(rented);
        var reading = Read(rented.AsSpan(0, length));
        ArrayPool<byte>.Shared.Return(rented);
        return reading;
    }

    private static bool IsJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && (
            type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || (type.Type == "application" && type.Suffix == "json")
        )
        && (!type.Charset.HasValue || type.Charset.Value.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        && request.Headers.ContentEncoding.Count == 0;

    // The contracts guard members against null, but not what stands in a list.
    private static string? NullIn(Activity activity) =>
        Holds(activity.Entities) ? "entities"
        : Holds(activity.Attachments) ? "attachments"
        : Holds(activity.MembersAdded) ? "membersAdded"
        : Holds(activity.MembersRemoved) ? "membersRemoved"
        : Holds(activity.ReactionsAdded) ? "reactionsAdded"
        : Holds(activity.ReactionsRemoved) ? "reactionsRemoved"
        : Holds(activity.SuggestedActions?.Actions) ? "suggestedActions.actions"
        : Holds(activity.SuggestedActions?.To) ? "suggestedActions.to"
        : null;

    private static bool Holds<T>(IList<T>? list)
        where T : class => list is { Count: > 0 } && list.Contains(null!);

    private static ActivityReading Bad(string fault) => ActivityReading.Refused(StatusCodes.Status400BadRequest, fault);
}
