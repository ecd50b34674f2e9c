using Bot.Activities;
using Bot.Activities.Inbound;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Bot.WebChat;

/// <summary>
/// Uploads as Web Chat sends them: a multipart body whose first part may be the activity and whose others are files. They become the
/// activity's attachments, under addresses of <see cref="DirectLineFiles"/>.
/// </summary>
internal sealed class DirectLineUploads(DirectLineFiles files)
{
    private const string ActivityPart = "application/vnd.microsoft.activity";
    private const int MostFiles = 10;
    private const int LongestName = 200;

    /// <summary>The message of an upload.</summary>
    /// <exception cref="DirectLineRefusal">400, 413 or 415: there is none.</exception>
    public async Task<Activity> ReadAsync(HttpRequest request)
    {
        if (
            !MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= 70 } boundary
        )
        {
            throw new DirectLineRefusal(StatusCodes.Status415UnsupportedMediaType, "BadArgument", "An upload is multipart/form-data.");
        }

        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = DirectLineFiles.Largest + ActivityReader.MaxBody;
        }

        try
        {
            return await ReadAsync(new MultipartReader(boundary, request.Body), request);
        }
        catch (Exception e) when (e is InvalidDataException or IOException and not BadHttpRequestException)
        {
            throw new DirectLineRefusal(StatusCodes.Status400BadRequest, "BadArgument", "The multipart body is damaged.");
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw TooLarge();
        }
    }

    private async Task<Activity> ReadAsync(MultipartReader parts, HttpRequest request)
    {
        var activity = new Activity { Type = ActivityTypes.Message };
        List<Attachment> attachments = [];
        while (await parts.ReadNextSectionAsync(request.HttpContext.RequestAborted) is { } part)
        {
            var content = await ReadAsync(part, request.HttpContext.RequestAborted);
            if (part.ContentType?.StartsWith(ActivityPart, StringComparison.OrdinalIgnoreCase) == true)
            {
                var reading = ActivityReader.Read(content);
                activity = reading.Activity ?? throw new DirectLineRefusal(reading.Status, "BadArgument", reading.Fault!);
            }
            else if (attachments.Count < MostFiles && NameOf(part) is { Length: > 0 and <= LongestName } name)
            {
                attachments.Add(
                    new()
                    {
                        ContentType = part.ContentType ?? "application/octet-stream",
                        ContentUrl = $"{request.Scheme}://{request.Host}{files.Add(name, content)}",
                        Name = name,
                    }
                );
            }
        }

        return attachments.Count > 0 && activity.Type == ActivityTypes.Message
            ? activity with
            {
                Attachments = attachments,
            }
            : throw new DirectLineRefusal(
                StatusCodes.Status400BadRequest,
                "BadArgument",
                "An upload holds a message with one to ten files."
            );
    }

    private static async Task<byte[]> ReadAsync(MultipartSection part, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        var buffer = new byte[1 << 16];
        while (await part.Body.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            content.Write(buffer, 0, read);
            if (content.Length > DirectLineFiles.Largest)
            {
                throw TooLarge();
            }
        }

        return content.ToArray();
    }

    private static string? NameOf(MultipartSection part) =>
        ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition)
            ? Path.GetFileName(
                (disposition.FileNameStar.HasValue ? disposition.FileNameStar : HeaderUtilities.RemoveQuotes(disposition.FileName)).Value
            )
            : null;

    private static DirectLineRefusal TooLarge() =>
        new(StatusCodes.Status413PayloadTooLarge, "MessageSizeTooBig", $"A file has at most {DirectLineFiles.Largest >> 20} MB.");
}
